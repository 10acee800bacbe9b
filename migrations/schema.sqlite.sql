-- The schema after all migrations. Made by the tests; see docs/decisions/two-databases.md.
CREATE TABLE account (
  id BLOB NOT NULL PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('active', 'disabled'))
, proved_at INTEGER) STRICT;
CREATE TABLE account_failure (
  id BLOB NOT NULL PRIMARY KEY,
  about BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE account_link (
  token_hash BLOB NOT NULL PRIMARY KEY,
  account BLOB NOT NULL REFERENCES account (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'password', 'email', 'slip')),
  email TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT;
CREATE TABLE account_session (
  token_hash BLOB NOT NULL PRIMARY KEY,
  account BLOB NOT NULL REFERENCES account (id),
  started INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  one_time INTEGER NOT NULL CHECK (one_time IN (0, 1))
, deputy_ws BLOB, deputy BLOB) STRICT;
CREATE TABLE account_set_up (
  secret_hash BLOB NOT NULL PRIMARY KEY,
  made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE credential (
  id BLOB NOT NULL PRIMARY KEY,
  account BLOB NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('password')),
  secret TEXT NOT NULL,
  one_time INTEGER NOT NULL CHECK (one_time IN (0, 1)),
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE deputy (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  person BLOB NOT NULL,
  for_person BLOB NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  named_by BLOB NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (ws, id),
  CHECK (person <> for_person),
  CHECK (since <= until),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, for_person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, named_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE evidence (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  made_by BLOB NOT NULL,
  private_to BLOB,
  sensitive INTEGER NOT NULL,
  title TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  nature TEXT NOT NULL,
  basis TEXT NOT NULL,
  concerns TEXT NOT NULL,
  viewpoint TEXT NOT NULL,
  about_on TEXT NOT NULL,
  came_on TEXT NOT NULL,
  keep_until TEXT,
  binned_at INTEGER,
  changed_by BLOB NOT NULL,
  changed_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  link TEXT NOT NULL,
  text TEXT NOT NULL, file_hash BLOB, file_name TEXT CHECK ((file_name IS NULL) = (file_hash IS NULL)), file_type TEXT CHECK ((file_type IS NULL) = (file_hash IS NULL)), file_size INTEGER CHECK ((file_size IS NULL) = (file_hash IS NULL)),
  PRIMARY KEY (ws, id),
  CHECK (private_to IS NULL OR private_to = made_by),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, changed_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE evidence_address (
  ws BLOB NOT NULL,
  evidence BLOB NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  made_by BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (ws, evidence),
  FOREIGN KEY (ws, evidence) REFERENCES evidence (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE evidence_revision (
  ws BLOB NOT NULL,
  evidence BLOB NOT NULL,
  version INTEGER NOT NULL,
  private_to BLOB,
  sensitive INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  about_on TEXT NOT NULL,
  came_on TEXT NOT NULL,
  changed_by BLOB NOT NULL,
  changed_at INTEGER NOT NULL,
  link TEXT NOT NULL,
  text TEXT NOT NULL, file_hash BLOB, file_name TEXT CHECK ((file_name IS NULL) = (file_hash IS NULL)), file_type TEXT CHECK ((file_type IS NULL) = (file_hash IS NULL)), file_size INTEGER CHECK ((file_size IS NULL) = (file_hash IS NULL)), file_replaced INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (ws, evidence, version),
  FOREIGN KEY (ws, evidence) REFERENCES evidence (ws, id),
  FOREIGN KEY (ws, changed_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE evidence_use (
  ws BLOB NOT NULL,
  evidence BLOB NOT NULL,
  noun TEXT NOT NULL,
  object BLOB NOT NULL,
  part TEXT NOT NULL,
  made_by BLOB NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (ws, noun, object, part, evidence),
  FOREIGN KEY (ws, evidence) REFERENCES evidence (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE evidence_word (
  ws BLOB NOT NULL,
  word BLOB NOT NULL,
  evidence BLOB NOT NULL,
  PRIMARY KEY (ws, word, evidence)
) STRICT;
CREATE TABLE history (
  ws BLOB NOT NULL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor BLOB,
  for_person BLOB,
  channel TEXT NOT NULL CHECK (channel IN ('page', 'api', 'command_line', 'job', 'set_up')),
  request TEXT NOT NULL,
  noun TEXT NOT NULL,
  object BLOB NOT NULL,
  verb TEXT NOT NULL,
  change TEXT,
  salt BLOB,
  digest BLOB NOT NULL,
  key_id TEXT NOT NULL,
  mac BLOB NOT NULL,
  PRIMARY KEY (ws, n),
  CHECK ((change IS NULL) = (salt IS NULL))
) STRICT;
CREATE TABLE history_head (
  ws BLOB NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL,
  mac BLOB NOT NULL,
  seal BLOB NOT NULL
, key_id TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE invitation (
  token_hash BLOB NOT NULL PRIMARY KEY,
  ws BLOB NOT NULL,
  person BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used_at INTEGER,
  made_by BLOB NOT NULL, mailed_to BLOB,
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE job (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  leased_until INTEGER,
  failed_at INTEGER,
  problem TEXT,
  PRIMARY KEY (ws, id)
) STRICT;
CREATE TABLE judgement (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  self_assessment BLOB NOT NULL,
  element TEXT NOT NULL,
  dimension TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('self', 'moderator', 'inspector', 'peer')),
  state TEXT NOT NULL CHECK (state IN ('not_judged', 'judged', 'below_minimum', 'not_my_job')),
  level TEXT,
  note TEXT NOT NULL,
  made_by BLOB NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, self_assessment, element, dimension, stance),
  CHECK ((state = 'judged') = (level IS NOT NULL)),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE latest (
  ws BLOB NOT NULL,
  person BLOB NOT NULL,
  standard BLOB NOT NULL,
  voice TEXT NOT NULL,
  self_assessment BLOB NOT NULL,
  answer BLOB NOT NULL,
  standard_version BLOB NOT NULL,
  team BLOB NOT NULL,
  PRIMARY KEY (ws, person, standard, voice),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, standard) REFERENCES standard (ws, id),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
) STRICT;
CREATE TABLE line_manager (
  ws BLOB NOT NULL,
  person BLOB NOT NULL,
  manager BLOB NOT NULL,
  PRIMARY KEY (ws, person),
  CHECK (person <> manager),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, manager) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE migration (
  number INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  hash BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE outbox (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  sealed_text BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  send_at INTEGER NOT NULL,
  useful_until INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  leased_until INTEGER,
  failed_at INTEGER,
  problem TEXT,
  PRIMARY KEY (ws, id)
) STRICT;
CREATE TABLE panel (
  ws BLOB NOT NULL,
  self_assessment BLOB NOT NULL,
  names TEXT NOT NULL,
  PRIMARY KEY (ws, self_assessment),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id)
) STRICT;
CREATE TABLE person (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  account BLOB REFERENCES account (id),
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  email TEXT,
  email_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
  version INTEGER NOT NULL, erased_on TEXT,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, account),
  UNIQUE (ws, email_key)
) STRICT;
CREATE TABLE person_team (
  ws BLOB NOT NULL,
  person BLOB NOT NULL,
  team BLOB NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  PRIMARY KEY (ws, person, team, since),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
) STRICT;
CREATE TABLE practice (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  title TEXT NOT NULL,
  did TEXT NOT NULL,
  changed TEXT NOT NULL,
  place TEXT NOT NULL,
  search_key TEXT NOT NULL,
  theme TEXT NOT NULL,
  subject TEXT NOT NULL,
  links TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('own_teaching', 'observation', 'class_visit', 'audit', 'manager', 'elsewhere')),
  found_in TEXT NOT NULL,
  consent TEXT NOT NULL,
  stand_out INTEGER NOT NULL,
  finder BLOB,
  sent_by TEXT NOT NULL,
  door BLOB,
  tutor BLOB,
  team BLOB,
  parent BLOB,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'valid', 'not_good_practice', 'merged')),
  merged_into BLOB,
  is_public INTEGER NOT NULL,
  named_at INTEGER,
  meeting BLOB,
  recorded_at INTEGER NOT NULL,
  waiting_since TEXT NOT NULL,
  version INTEGER NOT NULL, listed INTEGER NOT NULL DEFAULT 0 CHECK (listed = 0 OR state = 'valid'), changed_at INTEGER, withdrawn_at INTEGER CHECK (withdrawn_at IS NULL OR state = 'waiting'),
  PRIMARY KEY (ws, id),
  CHECK (finder IS NOT NULL OR sent_by <> ''),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK (state = 'valid' OR is_public = 0),
  FOREIGN KEY (ws, finder) REFERENCES person (ws, id),
  FOREIGN KEY (ws, tutor) REFERENCES person (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id),
  FOREIGN KEY (ws, parent) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, merged_into) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id)
) STRICT;
CREATE TABLE practice_decision (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  practice BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('agree', 'send_back', 'not_good_practice', 'merge')),
  reason TEXT NOT NULL,
  moderation TEXT NOT NULL,
  into_practice BLOB,
  meeting BLOB,
  made_by BLOB NOT NULL,
  at INTEGER NOT NULL,
  made_on TEXT NOT NULL, undone_by BLOB, undone_at INTEGER, state_before TEXT NOT NULL DEFAULT 'waiting'
  CHECK (state_before IN ('waiting', 'returned', 'valid', 'not_good_practice', 'merged')), waited_since TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE "practice_digest" (
  ws BLOB NOT NULL REFERENCES workspace (id),
  month TEXT NOT NULL,
  made_by BLOB,
  at INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (ws, month),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE practice_digest_reader (
  ws BLOB NOT NULL,
  person BLOB NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (ws, person),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE practice_door (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  token_hash BLOB NOT NULL,
  label TEXT NOT NULL,
  made_by BLOB NOT NULL,
  at INTEGER NOT NULL,
  closed_at INTEGER,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE practice_impact (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  practice BLOB NOT NULL,
  changed TEXT NOT NULL,
  scale TEXT NOT NULL CHECK (scale IN ('one_group', 'several_groups', 'team', 'everywhere')),
  evidence TEXT NOT NULL,
  cpd TEXT NOT NULL,
  theme TEXT NOT NULL,
  meeting BLOB,
  made_by BLOB NOT NULL,
  made_on TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE practice_meeting (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  held_on TEXT NOT NULL,
  people TEXT NOT NULL,
  notes TEXT NOT NULL,
  made_by BLOB NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE practice_owner (
  ws BLOB NOT NULL,
  practice BLOB NOT NULL,
  person BLOB NOT NULL,
  PRIMARY KEY (ws, practice, person),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id) ON DELETE CASCADE,
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE practice_question (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  practice BLOB NOT NULL,
  asked_by BLOB NOT NULL,
  adviser BLOB NOT NULL,
  text TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  answer TEXT NOT NULL,
  answered_at INTEGER,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, asked_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, adviser) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE "practice_sharing" (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  practice BLOB NOT NULL,
  channel TEXT NOT NULL,
  audience TEXT NOT NULL,
  shared_on TEXT NOT NULL,
  onward_of BLOB,
  meeting BLOB,
  made_by BLOB,
  at INTEGER NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, onward_of) REFERENCES "practice_sharing" (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE practice_trial (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  practice BLOB NOT NULL,
  person BLOB NOT NULL,
  place TEXT NOT NULL,
  since TEXT NOT NULL,
  follow_up_on TEXT,
  at INTEGER NOT NULL,
  reminded_on TEXT,
  reported_on TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'better', 'no_difference', 'stopped')),
  report TEXT NOT NULL,
  difference TEXT NOT NULL CHECK (difference IN ('', 'none', 'small', 'own_version')),
  variation BLOB,
  version INTEGER NOT NULL, again TEXT NOT NULL DEFAULT '' CHECK (again IN ('', 'yes', 'no', 'too_early')),
  PRIMARY KEY (ws, id),
  CHECK ((reported_on IS NULL) = (outcome = '')),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, variation) REFERENCES practice (ws, id)
) STRICT;
CREATE TABLE practice_word (
  ws BLOB NOT NULL,
  word BLOB NOT NULL,
  practice BLOB NOT NULL,
  PRIMARY KEY (ws, word, practice)
) STRICT;
CREATE TABLE pulse (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE remembered_device (
  id BLOB NOT NULL PRIMARY KEY,
  token_hash BLOB NOT NULL UNIQUE,
  account BLOB NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  ends INTEGER NOT NULL
) STRICT;
CREATE TABLE role_grant (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  person BLOB NOT NULL,
  role TEXT NOT NULL,
  team BLOB NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  granted_by BLOB,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, person, role, team),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id),
  FOREIGN KEY (ws, granted_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE self_assessment (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  standard_version BLOB NOT NULL,
  subject_person BLOB,
  subject_team BLOB,
  voice TEXT NOT NULL,
  made_by BLOB NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('own_view', 'leaders')),
  previous BLOB,
  name TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  as_at TEXT NOT NULL,
  finished_at INTEGER,
  binned_at INTEGER,
  total INTEGER,
  overall TEXT,
  lowest TEXT,
  judged INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (ws, id),
  CHECK ((subject_person IS NULL) <> (subject_team IS NULL)),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, subject_person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, subject_team) REFERENCES team (ws, id),
  FOREIGN KEY (ws, previous) REFERENCES self_assessment (ws, id)
) STRICT;
CREATE TABLE sent_form (
  sender BLOB NOT NULL,
  digest BLOB NOT NULL,
  location TEXT NOT NULL,
  deed TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (sender, digest)
) STRICT;
CREATE TABLE share (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  noun TEXT NOT NULL,
  object BLOB NOT NULL,
  part TEXT NOT NULL,
  made_by BLOB NOT NULL,
  audience BLOB NOT NULL CHECK (audience <> made_by),
  at INTEGER NOT NULL,
  withdrawn_at INTEGER, comments_read_at INTEGER, put_away_at INTEGER,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, audience) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE share_comment (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  share BLOB NOT NULL,
  part TEXT NOT NULL,
  made_by BLOB NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, share) REFERENCES share (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE share_look (
  ws BLOB NOT NULL,
  share BLOB NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (ws, share),
  FOREIGN KEY (ws, share) REFERENCES share (ws, id)
) STRICT;
CREATE TABLE showing (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  standard_version BLOB NOT NULL,
  voice TEXT NOT NULL,
  shown_on TEXT NOT NULL, asked INTEGER, finished INTEGER,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, standard_version, voice, shown_on),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id)
) STRICT;
CREATE TABLE showing_block (
  ws BLOB NOT NULL,
  showing BLOB NOT NULL,
  team BLOB NOT NULL,
  element TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_level TEXT NOT NULL,
  to_level TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (ws, showing, team, element, position),
  FOREIGN KEY (ws, showing, team) REFERENCES showing_team (ws, showing, team)
) STRICT;
CREATE TABLE showing_change (
  ws BLOB NOT NULL,
  showing BLOB NOT NULL,
  answer BLOB NOT NULL,
  team BLOB,
  asked INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (ws, showing, answer),
  FOREIGN KEY (ws, showing) REFERENCES showing (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
) STRICT;
CREATE TABLE showing_spread (
  ws BLOB NOT NULL,
  showing BLOB NOT NULL,
  team BLOB NOT NULL,
  element TEXT NOT NULL,
  low TEXT NOT NULL,
  middle TEXT NOT NULL,
  high TEXT NOT NULL,
  PRIMARY KEY (ws, showing, team, element),
  FOREIGN KEY (ws, showing, team) REFERENCES showing_team (ws, showing, team)
) STRICT;
CREATE TABLE showing_team (
  ws BLOB NOT NULL,
  showing BLOB NOT NULL,
  team BLOB NOT NULL,
  people INTEGER NOT NULL,
  middle INTEGER,
  PRIMARY KEY (ws, showing, team),
  FOREIGN KEY (ws, showing) REFERENCES showing (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
) STRICT;
CREATE TABLE spread (
  ws BLOB NOT NULL,
  standard_version BLOB NOT NULL,
  voice TEXT NOT NULL,
  team BLOB NOT NULL,
  element TEXT NOT NULL,
  level TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people >= 0),
  PRIMARY KEY (ws, standard_version, voice, team, element, level),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
) STRICT;
CREATE TABLE staff_import (
  ws BLOB NOT NULL,
  person BLOB NOT NULL,
  at INTEGER NOT NULL,
  content TEXT NOT NULL,
  from_windows INTEGER NOT NULL CHECK (from_windows IN (0, 1)),
  done TEXT NOT NULL,
  PRIMARY KEY (ws, person),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE standard (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, key)
) STRICT;
CREATE TABLE standard_version (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  standard BLOB NOT NULL,
  label TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('published', 'withdrawn')),
  content_hash BLOB NOT NULL,
  content TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by BLOB,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, standard, label),
  FOREIGN KEY (ws, standard) REFERENCES standard (ws, id),
  FOREIGN KEY (ws, published_by) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE submission (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  self_assessment BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('finish', 'reopen')),
  person BLOB NOT NULL,
  at INTEGER NOT NULL,
  content_hash BLOB NOT NULL,
  frozen TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
) STRICT;
CREATE TABLE target (
  ws BLOB NOT NULL,
  id BLOB NOT NULL,
  self_assessment BLOB NOT NULL,
  element TEXT NOT NULL,
  text TEXT NOT NULL,
  level_aimed TEXT NOT NULL,
  due_on TEXT,
  version INTEGER NOT NULL, reminded_on TEXT,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, self_assessment, element),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id)
) STRICT;
CREATE TABLE team (
  ws BLOB NOT NULL REFERENCES workspace (id),
  id BLOB NOT NULL,
  parent BLOB,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  border INTEGER NOT NULL CHECK (border IN (0, 1)),
  closed_on TEXT,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, parent) REFERENCES team (ws, id),
  FOREIGN KEY (ws, kind) REFERENCES team_kind (ws, key)
) STRICT;
CREATE TABLE team_above (
  ws BLOB NOT NULL,
  team BLOB NOT NULL,
  above BLOB NOT NULL,
  distance INTEGER NOT NULL,
  reaches INTEGER NOT NULL CHECK (reaches IN (0, 1)),
  PRIMARY KEY (ws, team, above),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id),
  FOREIGN KEY (ws, above) REFERENCES team (ws, id)
) STRICT;
CREATE TABLE team_kind (
  ws BLOB NOT NULL REFERENCES workspace (id),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (ws, key)
) STRICT;
CREATE TABLE tick (
  ws BLOB NOT NULL,
  judgement BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('unticked_statement', 'ticked_item')),
  key TEXT NOT NULL,
  PRIMARY KEY (ws, judgement, kind, key),
  FOREIGN KEY (ws, judgement) REFERENCES judgement (ws, id)
) STRICT;
CREATE TABLE workspace (
  id BLOB NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  words TEXT NOT NULL CHECK (words IN ('college', 'council')),
  clock_stands_on TEXT
) STRICT;
CREATE INDEX account_failure_about ON account_failure (about, at);
CREATE INDEX account_failure_at ON account_failure (at);
CREATE INDEX account_link_expires ON account_link (expires);
CREATE INDEX account_link_of ON account_link (account, purpose);
CREATE UNIQUE INDEX account_link_slip ON account_link (account) WHERE purpose = 'slip';
CREATE INDEX account_session_ends ON account_session (ends);
CREATE INDEX account_session_of ON account_session (account);
CREATE UNIQUE INDEX credential_one_password ON credential (account) WHERE kind = 'password';
CREATE INDEX deputy_of ON deputy (ws, for_person, since);
CREATE INDEX deputy_who ON deputy (ws, person, since);
CREATE INDEX evidence_by_coming ON evidence (ws, came_on, id) WHERE binned_at IS NULL;
CREATE INDEX evidence_by_file ON evidence (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX evidence_by_maker ON evidence (ws, made_by);
CREATE INDEX evidence_by_subject ON evidence (ws, about_on, id) WHERE binned_at IS NULL;
CREATE INDEX evidence_by_title ON evidence (ws, sort_key, id) WHERE binned_at IS NULL;
CREATE INDEX evidence_in_bin ON evidence (ws, binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX evidence_revision_by_file ON evidence_revision (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX evidence_revision_replaced ON evidence_revision (ws, evidence, file_hash, file_size) WHERE file_replaced = 1;
CREATE INDEX evidence_to_let_go ON evidence (ws, keep_until) WHERE keep_until IS NOT NULL AND binned_at IS NULL;
CREATE INDEX evidence_use_of ON evidence_use (ws, evidence);
CREATE INDEX evidence_with_file ON evidence (ws, file_size) WHERE file_hash IS NOT NULL;
CREATE INDEX history_by ON history (ws, actor, noun, verb, at);
CREATE INDEX history_for ON history (ws, for_person, actor) WHERE for_person IS NOT NULL;
CREATE INDEX history_of ON history (ws, noun, object, n);
CREATE INDEX invitation_of ON invitation (ws, person);
CREATE INDEX job_due ON job (run_at) WHERE failed_at IS NULL;
CREATE INDEX latest_of_version ON latest (ws, standard_version, voice, answer);
CREATE UNIQUE INDEX latest_sheet ON latest (ws, self_assessment);
CREATE INDEX line_manager_of ON line_manager (ws, manager);
CREATE INDEX outbox_due ON outbox (send_at) WHERE failed_at IS NULL;
CREATE INDEX outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_to ON outbox (ws, recipient);
CREATE INDEX person_closed ON person (ws, id) WHERE state = 'disabled';
CREATE INDEX person_listed ON person (ws, sort_key, id, email_key) WHERE erased_on IS NULL;
CREATE INDEX person_of_account ON person (account);
CREATE INDEX person_team_members ON person_team (ws, team, person);
CREATE INDEX practice_by_door ON practice (ws, door, recorded_at);
CREATE INDEX practice_decision_in ON practice_decision (ws, meeting);
CREATE INDEX practice_decision_of ON practice_decision (ws, practice, at);
CREATE INDEX practice_decision_on ON practice_decision (ws, made_on);
CREATE UNIQUE INDEX practice_door_token ON practice_door (token_hash);
CREATE INDEX practice_finder ON practice (ws, finder, id);
CREATE INDEX practice_impact_in ON practice_impact (ws, meeting) WHERE meeting IS NOT NULL;
CREATE INDEX practice_impact_of ON practice_impact (ws, practice, at);
CREATE INDEX practice_in_feed ON practice (ws, id) WHERE is_public = 1;
CREATE INDEX practice_list ON practice (ws, id) WHERE listed = 1;
CREATE INDEX practice_list_by_subject ON practice (ws, subject, id) WHERE listed = 1;
CREATE INDEX practice_list_by_theme ON practice (ws, theme, id) WHERE listed = 1;
CREATE INDEX practice_meeting_on ON practice_meeting (ws, held_on);
CREATE INDEX practice_owner_person ON practice_owner (ws, person);
CREATE INDEX practice_parent ON practice (ws, parent);
CREATE INDEX practice_put_into ON practice (ws, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX practice_question_of ON practice_question (ws, practice, asked_at);
CREATE INDEX practice_question_to ON practice_question (ws, adviser, answered_at);
CREATE INDEX practice_queue ON practice (ws, waiting_since, id) WHERE state = 'waiting' AND withdrawn_at IS NULL;
CREATE INDEX practice_recorded_in ON practice (ws, meeting) WHERE meeting IS NOT NULL;
CREATE INDEX practice_sharing_in ON practice_sharing (ws, meeting);
CREATE INDEX practice_sharing_noted ON practice_sharing (ws, at);
CREATE INDEX practice_sharing_of ON practice_sharing (ws, practice, shared_on);
CREATE INDEX practice_sharing_on ON practice_sharing (ws, shared_on);
CREATE INDEX practice_state ON practice (ws, state, recorded_at);
CREATE INDEX practice_trial_of ON practice_trial (ws, person, follow_up_on);
CREATE UNIQUE INDEX practice_trial_once ON practice_trial (ws, practice, person);
CREATE INDEX practice_trial_since ON practice_trial (ws, since, id);
CREATE INDEX practice_withdrawn ON practice (ws, withdrawn_at) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX remembered_device_ends ON remembered_device (ends);
CREATE INDEX remembered_device_of ON remembered_device (account);
CREATE INDEX role_grant_of_role ON role_grant (ws, role, team);
CREATE INDEX self_assessment_made_by ON self_assessment (ws, made_by, started_at);
CREATE INDEX self_assessment_of_team ON self_assessment (ws, subject_team, standing, finished_at);
CREATE UNIQUE INDEX self_assessment_one_open_of_leaders
  ON self_assessment (ws, subject_team, standard_version) WHERE standing = 'leaders' AND finished_at IS NULL AND binned_at IS NULL;
CREATE UNIQUE INDEX self_assessment_one_open_person
  ON self_assessment (ws, subject_person, voice, made_by, standard_version) WHERE finished_at IS NULL AND binned_at IS NULL;
CREATE UNIQUE INDEX self_assessment_one_open_team
  ON self_assessment (ws, subject_team, voice, made_by, standard_version)
  WHERE standing = 'own_view' AND finished_at IS NULL AND binned_at IS NULL;
CREATE INDEX sent_form_at ON sent_form (at);
CREATE INDEX share_by ON share (ws, made_by, noun) WHERE withdrawn_at IS NULL;
CREATE INDEX share_comment_of ON share_comment (ws, share, at, id);
CREATE UNIQUE INDEX share_once ON share (ws, noun, object, audience, part) WHERE withdrawn_at IS NULL;
CREATE INDEX share_with ON share (ws, audience, noun, at) WHERE withdrawn_at IS NULL;
CREATE INDEX submission_of ON submission (ws, self_assessment, at);
CREATE INDEX target_due ON target (ws, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX team_above_below ON team_above (ws, above, team);
CREATE UNIQUE INDEX team_one_root ON team (ws) WHERE parent IS NULL;
CREATE INDEX team_parent ON team (ws, parent, position);
