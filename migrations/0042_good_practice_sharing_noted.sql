-- Which items came onto the list in a month is asked by when their sharing was noted.
-- The register goes through trials page by page, the newest first.
CREATE INDEX practice_trial_since ON practice_trial (ws, since, id);
CREATE INDEX practice_sharing_noted ON practice_sharing (ws, at);
