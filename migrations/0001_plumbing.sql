-- What the platform itself keeps: history, queues, settings.

-- Every change, chained: mac = MAC(key, row and the mac before it). `change` and `salt` may be erased together;
-- `digest` keeps the chain whole.
CREATE TABLE history (
  ws {id} NOT NULL,
  n {int} NOT NULL,
  at {time} NOT NULL,
  actor {id},
  for_person {id},
  channel TEXT NOT NULL CHECK (channel IN ('page', 'api', 'command_line', 'job', 'set_up')),
  request TEXT NOT NULL,
  noun TEXT NOT NULL,
  object {id} NOT NULL,
  verb TEXT NOT NULL,
  change TEXT,
  salt {bytes},
  digest {bytes} NOT NULL,
  key_id TEXT NOT NULL,
  mac {bytes} NOT NULL,
  PRIMARY KEY (ws, n),
  CHECK ((change IS NULL) = (salt IS NULL))
){strict};
CREATE INDEX history_of ON history (ws, noun, object, n);

-- The end of each workspace's chain, sealed so that a cut tail shows.
CREATE TABLE history_head (
  ws {id} NOT NULL PRIMARY KEY,
  n {int} NOT NULL,
  mac {bytes} NOT NULL,
  seal {bytes} NOT NULL
){strict};

-- The answer that a request with this key was given, so that asking again changes nothing.
CREATE TABLE idempotency (
  ws {id} NOT NULL,
  key TEXT NOT NULL,
  person {id} NOT NULL,
  at {time} NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (ws, person, key)
){strict};
CREATE INDEX idempotency_at ON idempotency (at);

CREATE TABLE job (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at {time} NOT NULL,
  attempts {int} NOT NULL,
  leased_until {time},
  failed_at {time},
  problem TEXT,
  PRIMARY KEY (ws, id)
){strict};
CREATE INDEX job_due ON job (run_at) WHERE failed_at IS NULL;

-- Mail on its way out. A retry carries the same message_id.
CREATE TABLE outbox (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  made_at {time} NOT NULL,
  send_at {time} NOT NULL,
  attempts {int} NOT NULL,
  sent_at {time},
  failed_at {time},
  problem TEXT,
  PRIMARY KEY (ws, id)
){strict};
CREATE INDEX outbox_due ON outbox (send_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- What lies in the bin, kept for 30 days.
CREATE TABLE binned (
  ws {id} NOT NULL,
  noun TEXT NOT NULL,
  object {id} NOT NULL,
  person {id} NOT NULL,
  at {time} NOT NULL,
  PRIMARY KEY (ws, noun, object)
){strict};
CREATE INDEX binned_at ON binned (at);

CREATE TABLE setting (
  ws {id} NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (ws, name)
){strict};
