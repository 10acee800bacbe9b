-- The digest goes out by itself too: then nobody mailed it, and nobody noted that it was shared.
ALTER TABLE practice_digest ALTER COLUMN made_by DROP NOT NULL;
ALTER TABLE practice_sharing ALTER COLUMN made_by DROP NOT NULL;

-- Who wants it by mail.
CREATE TABLE practice_digest_reader (
  ws {id} NOT NULL,
  person {id} NOT NULL,
  since {time} NOT NULL,
  PRIMARY KEY (ws, person),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
){strict};
