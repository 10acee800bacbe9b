-- How people prove who they are. Tokens are never stored, only their hashes.

CREATE TABLE credential (
  id {id} NOT NULL PRIMARY KEY,
  account {id} NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('password')),
  secret TEXT NOT NULL,
  one_time {int} NOT NULL CHECK (one_time IN (0, 1)),
  changed_at {time} NOT NULL
){strict};
CREATE UNIQUE INDEX credential_one_password ON credential (account) WHERE kind = 'password';

-- A session opened with a one-time password opens nothing but the page that replaces it.
CREATE TABLE account_session (
  token_hash {bytes} NOT NULL PRIMARY KEY,
  account {id} NOT NULL REFERENCES account (id),
  started {time} NOT NULL,
  seen {time} NOT NULL,
  ends {time} NOT NULL,
  one_time {int} NOT NULL CHECK (one_time IN (0, 1))
){strict};
CREATE INDEX account_session_of ON account_session (account);
CREATE INDEX account_session_ends ON account_session (ends);

-- Failed tries of the last minutes, by a hash of what they were about: an e-mail address or a network.
CREATE TABLE account_failure (
  id {id} NOT NULL PRIMARY KEY,
  about {bytes} NOT NULL,
  at {time} NOT NULL
){strict};
CREATE INDEX account_failure_about ON account_failure (about, at);
CREATE INDEX account_failure_at ON account_failure (at);

-- The secret that the first person needs, until somebody used it.
CREATE TABLE account_set_up (
  secret_hash {bytes} NOT NULL PRIMARY KEY,
  made_at {time} NOT NULL
){strict};
