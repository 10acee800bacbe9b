-- Who acts for whom, on which days: with the roles of the one they act for, never in what is that person's own.
-- `ended_at`: ended before its last day.
CREATE TABLE deputy (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  person {id} NOT NULL,
  for_person {id} NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  named_by {id} NOT NULL,
  ended_at {time},
  PRIMARY KEY (ws, id),
  CHECK (person <> for_person),
  CHECK (since <= until),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, for_person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, named_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX deputy_of ON deputy (ws, for_person, since);
CREATE INDEX deputy_who ON deputy (ws, person, since);

-- A session in which its owner acts for somebody: by which row of `deputy`.
ALTER TABLE account_session ADD COLUMN deputy_ws {id};
ALTER TABLE account_session ADD COLUMN deputy {id};
