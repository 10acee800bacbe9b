-- Mail on its way out, as SQL only in the turn that wanted it. A try after the first carries the same message_id. The text
-- lies sealed with a key that is not in the database, because it may hold a link that lets somebody in.
-- What was sent is deleted; what was given up loses its text and stays for a while, to be seen.
DROP TABLE outbox;
CREATE TABLE outbox (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  sealed_text {bytes} NOT NULL,
  made_at {time} NOT NULL,
  send_at {time} NOT NULL,
  useful_until {time} NOT NULL,
  attempts {int} NOT NULL,
  leased_until {time},
  failed_at {time},
  problem TEXT,
  PRIMARY KEY (ws, id)
){strict};
CREATE INDEX outbox_due ON outbox (send_at) WHERE failed_at IS NULL;
CREATE INDEX outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_to ON outbox (ws, recipient);

-- Links by mail that do one thing once for one account. Only their hashes are kept. `email` is where it was sent: for
-- 'email' the address that the account is to have.
CREATE TABLE account_link (
  token_hash {bytes} NOT NULL PRIMARY KEY,
  account {id} NOT NULL REFERENCES account (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'password', 'email')),
  email TEXT NOT NULL,
  made_at {time} NOT NULL,
  expires {time} NOT NULL
){strict};
CREATE INDEX account_link_of ON account_link (account, purpose);
CREATE INDEX account_link_expires ON account_link (expires);
