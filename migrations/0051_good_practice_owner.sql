-- Whose an item is or was ever said to be: none of them decides about it.
CREATE TABLE practice_owner (
  ws {id} NOT NULL,
  practice {id} NOT NULL,
  person {id} NOT NULL,
  PRIMARY KEY (ws, practice, person),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id) ON DELETE CASCADE,
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
){strict};
CREATE INDEX practice_owner_person ON practice_owner (ws, person);
INSERT INTO practice_owner (ws, practice, person)
SELECT ws, id, COALESCE(tutor, finder) FROM practice WHERE COALESCE(tutor, finder) IS NOT NULL;
