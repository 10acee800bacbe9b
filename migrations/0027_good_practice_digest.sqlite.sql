-- The digest goes out by itself too: then nobody mailed it, and nobody noted that it was shared.
CREATE TABLE practice_digest_new (
  ws {id} NOT NULL REFERENCES workspace (id),
  month TEXT NOT NULL,
  made_by {id},
  at {time} NOT NULL,
  people {int} NOT NULL,
  PRIMARY KEY (ws, month),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
INSERT INTO practice_digest_new SELECT ws, month, made_by, at, people FROM practice_digest;
DROP TABLE practice_digest;
ALTER TABLE practice_digest_new RENAME TO practice_digest;

CREATE TABLE practice_sharing_new (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  practice {id} NOT NULL,
  channel TEXT NOT NULL,
  audience TEXT NOT NULL,
  shared_on TEXT NOT NULL,
  onward_of {id},
  meeting {id},
  made_by {id},
  at {time} NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, onward_of) REFERENCES practice_sharing_new (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
INSERT INTO practice_sharing_new SELECT ws, id, practice, channel, audience, shared_on, onward_of, meeting, made_by, at
  FROM practice_sharing ORDER BY onward_of IS NOT NULL;
UPDATE practice_sharing SET onward_of = NULL;
DROP TABLE practice_sharing;
ALTER TABLE practice_sharing_new RENAME TO practice_sharing;
CREATE INDEX practice_sharing_of ON practice_sharing (ws, practice, shared_on);
CREATE INDEX practice_sharing_in ON practice_sharing (ws, meeting);
CREATE INDEX practice_sharing_on ON practice_sharing (ws, shared_on);

-- Who wants it by mail.
CREATE TABLE practice_digest_reader (
  ws {id} NOT NULL,
  person {id} NOT NULL,
  since {time} NOT NULL,
  PRIMARY KEY (ws, person),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
){strict};
