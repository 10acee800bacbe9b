-- When its finder took it back while it waited; empty: they did not. After 30 days it is deleted.
ALTER TABLE practice ADD COLUMN withdrawn_at {time} CHECK (withdrawn_at IS NULL OR state = 'waiting');
CREATE INDEX practice_withdrawn ON practice (ws, withdrawn_at) WHERE withdrawn_at IS NOT NULL;
DROP INDEX practice_queue;
CREATE INDEX practice_queue ON practice (ws, waiting_since, id) WHERE state = 'waiting' AND withdrawn_at IS NULL;
