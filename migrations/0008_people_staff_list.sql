-- The staff list: whom somebody answers to, and links by which people come in for the first time.

CREATE TABLE line_manager (
  ws {id} NOT NULL,
  person {id} NOT NULL,
  manager {id} NOT NULL,
  PRIMARY KEY (ws, person),
  CHECK (person <> manager),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, manager) REFERENCES person (ws, id)
){strict};
CREATE INDEX line_manager_of ON line_manager (ws, manager);

CREATE INDEX person_by_name ON person (ws, sort_key, id);

-- A link that lets one person in, once, until it expires. Only its hash is kept.
CREATE TABLE invitation (
  token_hash {bytes} NOT NULL PRIMARY KEY,
  ws {id} NOT NULL,
  person {id} NOT NULL,
  made_at {time} NOT NULL,
  expires {time} NOT NULL,
  used_at {time},
  made_by {id} NOT NULL,
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX invitation_of ON invitation (ws, person);
