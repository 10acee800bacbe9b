-- What somebody did, for who asks what is kept about them; without it the whole history is walked.
CREATE INDEX history_by ON history (ws, actor, noun, verb, at);
-- Targets whose day has come.
CREATE INDEX target_due ON target (ws, due_on) WHERE due_on IS NOT NULL;
