-- What deputies did, for who asks what is kept about them; without it the whole history is walked.
CREATE INDEX history_for ON history (ws, for_person, actor) WHERE for_person IS NOT NULL;
