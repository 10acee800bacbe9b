-- A phone that its owner asked to be remembered on: it opens their own sheets and nothing else. Its token is known to that
-- phone only.
CREATE TABLE remembered_device (
  id {id} NOT NULL PRIMARY KEY,
  token_hash {bytes} NOT NULL UNIQUE,
  account {id} NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  made_at {time} NOT NULL,
  seen {time} NOT NULL,
  ends {time} NOT NULL
){strict};
CREATE INDEX remembered_device_of ON remembered_device (account);
CREATE INDEX remembered_device_ends ON remembered_device (ends);
