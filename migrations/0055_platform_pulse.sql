-- One row, changed only to prove that the database can be written (/readyz).
CREATE TABLE pulse (
  id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
  at {time} NOT NULL
){strict};
INSERT INTO pulse (id, at) VALUES (1, 0);
