-- Whether members find it: it was validated, and shared since it was last sent back.
ALTER TABLE practice ADD COLUMN listed {int} NOT NULL DEFAULT 0 CHECK (listed = 0 OR state = 'valid');
UPDATE practice SET listed = 1 WHERE state = 'valid' AND EXISTS (SELECT 1 FROM practice_sharing s WHERE s.ws = practice.ws AND s.practice = practice.id
  AND NOT EXISTS (SELECT 1 FROM practice_decision d WHERE d.ws = s.ws AND d.practice = s.practice AND d.kind <> 'agree' AND d.at >= s.at));
-- When its words, its state or its place in the feed changed last; empty: when it was recorded.
ALTER TABLE practice ADD COLUMN changed_at {time};
DROP INDEX practice_theme;
CREATE INDEX practice_list ON practice (ws, id) WHERE listed = 1;
CREATE INDEX practice_list_by_theme ON practice (ws, theme, id) WHERE listed = 1;
CREATE INDEX practice_list_by_subject ON practice (ws, subject, id) WHERE listed = 1;
CREATE INDEX practice_in_feed ON practice (ws, id) WHERE is_public = 1;
CREATE INDEX practice_queue ON practice (ws, waiting_since, id) WHERE state = 'waiting';
CREATE INDEX practice_recorded_in ON practice (ws, meeting) WHERE meeting IS NOT NULL;
CREATE INDEX practice_put_into ON practice (ws, merged_into) WHERE merged_into IS NOT NULL;

-- Putting two together can be undone; who did, and when.
ALTER TABLE practice_decision ADD COLUMN undone_by {id};
ALTER TABLE practice_decision ADD COLUMN undone_at {time};

-- Whether somebody would do it again is asked, and may be too early to say. What was left unticked before said nothing.
ALTER TABLE practice_trial ADD COLUMN once_more TEXT NOT NULL DEFAULT '' CHECK (once_more IN ('', 'yes', 'no', 'too_early'));
UPDATE practice_trial SET once_more = 'yes' WHERE again = 1;
ALTER TABLE practice_trial DROP COLUMN again;
ALTER TABLE practice_trial RENAME COLUMN once_more TO again;
CREATE INDEX practice_sharing_on ON practice_sharing (ws, shared_on);
