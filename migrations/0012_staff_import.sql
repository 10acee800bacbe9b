-- A file of people that one keeper of the staff list looks at before it is applied. One for each keeper, kept for a day;
-- `done` says in words what came of it, and then the content is gone.
CREATE TABLE staff_import (
  ws {id} NOT NULL,
  person {id} NOT NULL,
  at {time} NOT NULL,
  content TEXT NOT NULL,
  from_windows {int} NOT NULL CHECK (from_windows IN (0, 1)),
  done TEXT NOT NULL,
  PRIMARY KEY (ws, person),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
){strict};
