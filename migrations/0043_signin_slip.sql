-- A slip for next time: a link on paper that signs its owner in once. An account has one at the most; a new one takes the
-- place of the one before.
CREATE TABLE account_link_kept AS SELECT token_hash, account, purpose, email, made_at, expires FROM account_link;
DROP TABLE account_link;
CREATE TABLE account_link (
  token_hash {bytes} NOT NULL PRIMARY KEY,
  account {id} NOT NULL REFERENCES account (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'password', 'email', 'slip')),
  email TEXT NOT NULL,
  made_at {time} NOT NULL,
  expires {time} NOT NULL
){strict};
INSERT INTO account_link (token_hash, account, purpose, email, made_at, expires)
  SELECT token_hash, account, purpose, email, made_at, expires FROM account_link_kept;
DROP TABLE account_link_kept;
CREATE INDEX account_link_of ON account_link (account, purpose);
CREATE INDEX account_link_expires ON account_link (expires);
CREATE UNIQUE INDEX account_link_slip ON account_link (account) WHERE purpose = 'slip';
