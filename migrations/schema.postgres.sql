-- The schema after all migrations. Made by the tests; see docs/decisions/two-databases.md.
CREATE TABLE account (
  id uuid NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL,
  state text NOT NULL,
  proved_at bigint
);
CREATE TABLE account_failure (
  id uuid NOT NULL,
  about bytea NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE account_link (
  token_hash bytea NOT NULL,
  account uuid NOT NULL,
  purpose text NOT NULL,
  email text NOT NULL,
  made_at bigint NOT NULL,
  expires bigint NOT NULL
);
CREATE TABLE account_session (
  token_hash bytea NOT NULL,
  account uuid NOT NULL,
  started bigint NOT NULL,
  seen bigint NOT NULL,
  ends bigint NOT NULL,
  one_time bigint NOT NULL,
  deputy_ws uuid,
  deputy uuid
);
CREATE TABLE account_set_up (
  secret_hash bytea NOT NULL,
  made_at bigint NOT NULL
);
CREATE TABLE credential (
  id uuid NOT NULL,
  account uuid NOT NULL,
  kind text NOT NULL,
  secret text NOT NULL,
  one_time bigint NOT NULL,
  changed_at bigint NOT NULL
);
CREATE TABLE deputy (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  person uuid NOT NULL,
  for_person uuid NOT NULL,
  since text NOT NULL,
  until text NOT NULL,
  named_by uuid NOT NULL,
  ended_at bigint
);
CREATE TABLE evidence (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  made_by uuid NOT NULL,
  private_to uuid,
  sensitive bigint NOT NULL,
  title text NOT NULL,
  sort_key text NOT NULL,
  search_key text NOT NULL,
  kind text NOT NULL,
  source text NOT NULL,
  nature text NOT NULL,
  basis text NOT NULL,
  concerns text NOT NULL,
  viewpoint text NOT NULL,
  about_on text NOT NULL,
  came_on text NOT NULL,
  keep_until text,
  binned_at bigint,
  changed_by uuid NOT NULL,
  changed_at bigint NOT NULL,
  version bigint NOT NULL,
  link text NOT NULL,
  text text NOT NULL,
  file_hash bytea,
  file_name text,
  file_type text,
  file_size bigint
);
CREATE TABLE evidence_address (
  ws uuid NOT NULL,
  evidence uuid NOT NULL,
  token_hash bytea NOT NULL,
  made_by uuid NOT NULL,
  made_at bigint NOT NULL
);
CREATE TABLE evidence_revision (
  ws uuid NOT NULL,
  evidence uuid NOT NULL,
  version bigint NOT NULL,
  private_to uuid,
  sensitive bigint NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  about_on text NOT NULL,
  came_on text NOT NULL,
  changed_by uuid NOT NULL,
  changed_at bigint NOT NULL,
  link text NOT NULL,
  text text NOT NULL,
  file_hash bytea,
  file_name text,
  file_type text,
  file_size bigint,
  file_replaced bigint DEFAULT 0 NOT NULL
);
CREATE TABLE evidence_use (
  ws uuid NOT NULL,
  evidence uuid NOT NULL,
  noun text NOT NULL,
  object uuid NOT NULL,
  part text NOT NULL,
  made_by uuid NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE evidence_word (
  ws uuid NOT NULL,
  word bytea NOT NULL,
  evidence uuid NOT NULL
);
CREATE TABLE history (
  ws uuid NOT NULL,
  n bigint NOT NULL,
  at bigint NOT NULL,
  actor uuid,
  for_person uuid,
  channel text NOT NULL,
  request text NOT NULL,
  noun text NOT NULL,
  object uuid NOT NULL,
  verb text NOT NULL,
  change text,
  salt bytea,
  digest bytea NOT NULL,
  key_id text NOT NULL,
  mac bytea NOT NULL
);
CREATE TABLE history_head (
  ws uuid NOT NULL,
  n bigint NOT NULL,
  mac bytea NOT NULL,
  seal bytea NOT NULL,
  key_id text DEFAULT ''::text NOT NULL
);
CREATE TABLE invitation (
  token_hash bytea NOT NULL,
  ws uuid NOT NULL,
  person uuid NOT NULL,
  made_at bigint NOT NULL,
  expires bigint NOT NULL,
  used_at bigint,
  made_by uuid NOT NULL,
  mailed_to bytea
);
CREATE TABLE job (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  payload text NOT NULL,
  run_at bigint NOT NULL,
  attempts bigint NOT NULL,
  leased_until bigint,
  failed_at bigint,
  problem text
);
CREATE TABLE judgement (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  self_assessment uuid NOT NULL,
  element text NOT NULL,
  dimension text NOT NULL,
  stance text NOT NULL,
  state text NOT NULL,
  level text,
  note text NOT NULL,
  made_by uuid NOT NULL,
  at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE TABLE latest (
  ws uuid NOT NULL,
  person uuid NOT NULL,
  standard uuid NOT NULL,
  voice text NOT NULL,
  self_assessment uuid NOT NULL,
  answer uuid NOT NULL,
  standard_version uuid NOT NULL,
  team uuid NOT NULL
);
CREATE TABLE line_manager (
  ws uuid NOT NULL,
  person uuid NOT NULL,
  manager uuid NOT NULL
);
CREATE TABLE migration (
  number bigint NOT NULL,
  name text NOT NULL,
  hash bytea NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE outbox (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  message_id text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  sealed_text bytea NOT NULL,
  made_at bigint NOT NULL,
  send_at bigint NOT NULL,
  useful_until bigint NOT NULL,
  attempts bigint NOT NULL,
  leased_until bigint,
  failed_at bigint,
  problem text
);
CREATE TABLE panel (
  ws uuid NOT NULL,
  self_assessment uuid NOT NULL,
  names text NOT NULL
);
CREATE TABLE person (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  account uuid,
  name text NOT NULL,
  sort_key text NOT NULL,
  email text,
  email_key text,
  state text NOT NULL,
  version bigint NOT NULL,
  erased_on text
);
CREATE TABLE person_team (
  ws uuid NOT NULL,
  person uuid NOT NULL,
  team uuid NOT NULL,
  since text NOT NULL,
  until text
);
CREATE TABLE practice (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  did text NOT NULL,
  changed text NOT NULL,
  place text NOT NULL,
  search_key text NOT NULL,
  theme text NOT NULL,
  subject text NOT NULL,
  links text NOT NULL,
  source text NOT NULL,
  found_in text NOT NULL,
  consent text NOT NULL,
  stand_out bigint NOT NULL,
  finder uuid,
  sent_by text NOT NULL,
  door uuid,
  tutor uuid,
  team uuid,
  parent uuid,
  state text NOT NULL,
  merged_into uuid,
  is_public bigint NOT NULL,
  named_at bigint,
  meeting uuid,
  recorded_at bigint NOT NULL,
  waiting_since text NOT NULL,
  version bigint NOT NULL,
  listed bigint DEFAULT 0 NOT NULL,
  changed_at bigint,
  withdrawn_at bigint
);
CREATE TABLE practice_decision (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  practice uuid NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  moderation text NOT NULL,
  into_practice uuid,
  meeting uuid,
  made_by uuid NOT NULL,
  at bigint NOT NULL,
  made_on text NOT NULL,
  undone_by uuid,
  undone_at bigint,
  state_before text DEFAULT 'waiting'::text NOT NULL,
  waited_since text DEFAULT ''::text NOT NULL
);
CREATE TABLE practice_digest (
  ws uuid NOT NULL,
  month text NOT NULL,
  made_by uuid,
  at bigint NOT NULL,
  people bigint NOT NULL
);
CREATE TABLE practice_digest_reader (
  ws uuid NOT NULL,
  person uuid NOT NULL,
  since bigint NOT NULL
);
CREATE TABLE practice_door (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  label text NOT NULL,
  made_by uuid NOT NULL,
  at bigint NOT NULL,
  closed_at bigint
);
CREATE TABLE practice_impact (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  practice uuid NOT NULL,
  changed text NOT NULL,
  scale text NOT NULL,
  evidence text NOT NULL,
  cpd text NOT NULL,
  theme text NOT NULL,
  meeting uuid,
  made_by uuid NOT NULL,
  made_on text NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE practice_meeting (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  held_on text NOT NULL,
  people text NOT NULL,
  notes text NOT NULL,
  made_by uuid NOT NULL,
  at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE TABLE practice_owner (
  ws uuid NOT NULL,
  practice uuid NOT NULL,
  person uuid NOT NULL
);
CREATE TABLE practice_question (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  practice uuid NOT NULL,
  asked_by uuid NOT NULL,
  adviser uuid NOT NULL,
  text text NOT NULL,
  asked_at bigint NOT NULL,
  answer text NOT NULL,
  answered_at bigint
);
CREATE TABLE practice_sharing (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  practice uuid NOT NULL,
  channel text NOT NULL,
  audience text NOT NULL,
  shared_on text NOT NULL,
  onward_of uuid,
  meeting uuid,
  made_by uuid,
  at bigint NOT NULL
);
CREATE TABLE practice_trial (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  practice uuid NOT NULL,
  person uuid NOT NULL,
  place text NOT NULL,
  since text NOT NULL,
  follow_up_on text,
  at bigint NOT NULL,
  reminded_on text,
  reported_on text,
  outcome text NOT NULL,
  report text NOT NULL,
  difference text NOT NULL,
  variation uuid,
  version bigint NOT NULL,
  again text DEFAULT ''::text NOT NULL
);
CREATE TABLE practice_word (
  ws uuid NOT NULL,
  word bytea NOT NULL,
  practice uuid NOT NULL
);
CREATE TABLE pulse (
  id bigint NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE remembered_device (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  account uuid NOT NULL,
  name text NOT NULL,
  made_at bigint NOT NULL,
  seen bigint NOT NULL,
  ends bigint NOT NULL
);
CREATE TABLE role_grant (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  person uuid NOT NULL,
  role text NOT NULL,
  team uuid NOT NULL,
  since text NOT NULL,
  until text,
  granted_by uuid
);
CREATE TABLE self_assessment (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  standard_version uuid NOT NULL,
  subject_person uuid,
  subject_team uuid,
  voice text NOT NULL,
  made_by uuid NOT NULL,
  standing text NOT NULL,
  previous uuid,
  name text NOT NULL,
  started_at bigint NOT NULL,
  as_at text NOT NULL,
  finished_at bigint,
  binned_at bigint,
  total bigint,
  overall text,
  lowest text,
  judged bigint,
  version bigint NOT NULL
);
CREATE TABLE sent_form (
  sender bytea NOT NULL,
  digest bytea NOT NULL,
  location text NOT NULL,
  deed text NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE share (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  noun text NOT NULL,
  object uuid NOT NULL,
  part text NOT NULL,
  made_by uuid NOT NULL,
  audience uuid NOT NULL,
  at bigint NOT NULL,
  withdrawn_at bigint,
  comments_read_at bigint,
  put_away_at bigint
);
CREATE TABLE share_comment (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  share uuid NOT NULL,
  part text NOT NULL,
  made_by uuid NOT NULL,
  at bigint NOT NULL,
  text text NOT NULL
);
CREATE TABLE share_look (
  ws uuid NOT NULL,
  share uuid NOT NULL,
  first_at bigint NOT NULL,
  last_at bigint NOT NULL
);
CREATE TABLE showing (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  standard_version uuid NOT NULL,
  voice text NOT NULL,
  shown_on text NOT NULL,
  asked bigint,
  finished bigint
);
CREATE TABLE showing_block (
  ws uuid NOT NULL,
  showing uuid NOT NULL,
  team uuid NOT NULL,
  element text NOT NULL,
  position bigint NOT NULL,
  from_level text NOT NULL,
  to_level text NOT NULL,
  people bigint NOT NULL
);
CREATE TABLE showing_change (
  ws uuid NOT NULL,
  showing uuid NOT NULL,
  answer uuid NOT NULL,
  team uuid,
  asked bigint DEFAULT 0 NOT NULL
);
CREATE TABLE showing_spread (
  ws uuid NOT NULL,
  showing uuid NOT NULL,
  team uuid NOT NULL,
  element text NOT NULL,
  low text NOT NULL,
  middle text NOT NULL,
  high text NOT NULL
);
CREATE TABLE showing_team (
  ws uuid NOT NULL,
  showing uuid NOT NULL,
  team uuid NOT NULL,
  people bigint NOT NULL,
  middle bigint
);
CREATE TABLE spread (
  ws uuid NOT NULL,
  standard_version uuid NOT NULL,
  voice text NOT NULL,
  team uuid NOT NULL,
  element text NOT NULL,
  level text NOT NULL,
  people bigint NOT NULL
);
CREATE TABLE staff_import (
  ws uuid NOT NULL,
  person uuid NOT NULL,
  at bigint NOT NULL,
  content text NOT NULL,
  from_windows bigint NOT NULL,
  done text NOT NULL
);
CREATE TABLE standard (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  title text NOT NULL,
  sort_key text NOT NULL,
  owner text NOT NULL
);
CREATE TABLE standard_version (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  standard uuid NOT NULL,
  label text NOT NULL,
  state text NOT NULL,
  content_hash bytea NOT NULL,
  content text NOT NULL,
  published_at bigint NOT NULL,
  published_by uuid
);
CREATE TABLE submission (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  self_assessment uuid NOT NULL,
  kind text NOT NULL,
  person uuid NOT NULL,
  at bigint NOT NULL,
  content_hash bytea NOT NULL,
  frozen text NOT NULL
);
CREATE TABLE target (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  self_assessment uuid NOT NULL,
  element text NOT NULL,
  text text NOT NULL,
  level_aimed text NOT NULL,
  due_on text,
  version bigint NOT NULL,
  reminded_on text
);
CREATE TABLE team (
  ws uuid NOT NULL,
  id uuid NOT NULL,
  parent uuid,
  kind text NOT NULL,
  name text NOT NULL,
  sort_key text NOT NULL,
  position bigint NOT NULL,
  border bigint NOT NULL,
  closed_on text
);
CREATE TABLE team_above (
  ws uuid NOT NULL,
  team uuid NOT NULL,
  above uuid NOT NULL,
  distance bigint NOT NULL,
  reaches bigint NOT NULL
);
CREATE TABLE team_kind (
  ws uuid NOT NULL,
  key text NOT NULL,
  name text NOT NULL
);
CREATE TABLE tick (
  ws uuid NOT NULL,
  judgement uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL
);
CREATE TABLE workspace (
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  zone text NOT NULL,
  words text NOT NULL,
  clock_stands_on text
);
ALTER TABLE account ADD CONSTRAINT account_email_key_key UNIQUE (email_key);
ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE account ADD CONSTRAINT account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text])));
ALTER TABLE account_failure ADD CONSTRAINT account_failure_pkey PRIMARY KEY (id);
ALTER TABLE account_link ADD CONSTRAINT account_link_account_fkey FOREIGN KEY (account) REFERENCES account(id);
ALTER TABLE account_link ADD CONSTRAINT account_link_pkey PRIMARY KEY (token_hash);
ALTER TABLE account_link ADD CONSTRAINT account_link_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'password'::text, 'email'::text, 'slip'::text])));
ALTER TABLE account_session ADD CONSTRAINT account_session_account_fkey FOREIGN KEY (account) REFERENCES account(id);
ALTER TABLE account_session ADD CONSTRAINT account_session_one_time_check CHECK ((one_time = ANY (ARRAY[(0)::bigint, (1)::bigint])));
ALTER TABLE account_session ADD CONSTRAINT account_session_pkey PRIMARY KEY (token_hash);
ALTER TABLE account_set_up ADD CONSTRAINT account_set_up_pkey PRIMARY KEY (secret_hash);
ALTER TABLE credential ADD CONSTRAINT credential_account_fkey FOREIGN KEY (account) REFERENCES account(id);
ALTER TABLE credential ADD CONSTRAINT credential_kind_check CHECK ((kind = 'password'::text));
ALTER TABLE credential ADD CONSTRAINT credential_one_time_check CHECK ((one_time = ANY (ARRAY[(0)::bigint, (1)::bigint])));
ALTER TABLE credential ADD CONSTRAINT credential_pkey PRIMARY KEY (id);
ALTER TABLE deputy ADD CONSTRAINT deputy_check CHECK ((person <> for_person));
ALTER TABLE deputy ADD CONSTRAINT deputy_check1 CHECK ((since <= until));
ALTER TABLE deputy ADD CONSTRAINT deputy_pkey PRIMARY KEY (ws, id);
ALTER TABLE deputy ADD CONSTRAINT deputy_ws_for_person_fkey FOREIGN KEY (ws, for_person) REFERENCES person(ws, id);
ALTER TABLE deputy ADD CONSTRAINT deputy_ws_named_by_fkey FOREIGN KEY (ws, named_by) REFERENCES person(ws, id);
ALTER TABLE deputy ADD CONSTRAINT deputy_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE evidence ADD CONSTRAINT evidence_check CHECK (((private_to IS NULL) OR (private_to = made_by)));
ALTER TABLE evidence ADD CONSTRAINT evidence_check1 CHECK (((file_name IS NULL) = (file_hash IS NULL)));
ALTER TABLE evidence ADD CONSTRAINT evidence_check2 CHECK (((file_type IS NULL) = (file_hash IS NULL)));
ALTER TABLE evidence ADD CONSTRAINT evidence_check3 CHECK (((file_size IS NULL) = (file_hash IS NULL)));
ALTER TABLE evidence ADD CONSTRAINT evidence_pkey PRIMARY KEY (ws, id);
ALTER TABLE evidence ADD CONSTRAINT evidence_ws_changed_by_fkey FOREIGN KEY (ws, changed_by) REFERENCES person(ws, id);
ALTER TABLE evidence ADD CONSTRAINT evidence_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE evidence ADD CONSTRAINT evidence_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE evidence_address ADD CONSTRAINT evidence_address_pkey PRIMARY KEY (ws, evidence);
ALTER TABLE evidence_address ADD CONSTRAINT evidence_address_token_hash_key UNIQUE (token_hash);
ALTER TABLE evidence_address ADD CONSTRAINT evidence_address_ws_evidence_fkey FOREIGN KEY (ws, evidence) REFERENCES evidence(ws, id);
ALTER TABLE evidence_address ADD CONSTRAINT evidence_address_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE evidence_revision ADD CONSTRAINT evidence_revision_check CHECK (((file_name IS NULL) = (file_hash IS NULL)));
ALTER TABLE evidence_revision ADD CONSTRAINT evidence_revision_check1 CHECK (((file_type IS NULL) = (file_hash IS NULL)));
ALTER TABLE evidence_revision ADD CONSTRAINT evidence_revision_check2 CHECK (((file_size IS NULL) = (file_hash IS NULL)));
ALTER TABLE evidence_revision ADD CONSTRAINT evidence_revision_pkey PRIMARY KEY (ws, evidence, version);
ALTER TABLE evidence_revision ADD CONSTRAINT evidence_revision_ws_changed_by_fkey FOREIGN KEY (ws, changed_by) REFERENCES person(ws, id);
ALTER TABLE evidence_revision ADD CONSTRAINT evidence_revision_ws_evidence_fkey FOREIGN KEY (ws, evidence) REFERENCES evidence(ws, id);
ALTER TABLE evidence_use ADD CONSTRAINT evidence_use_pkey PRIMARY KEY (ws, noun, object, part, evidence);
ALTER TABLE evidence_use ADD CONSTRAINT evidence_use_ws_evidence_fkey FOREIGN KEY (ws, evidence) REFERENCES evidence(ws, id);
ALTER TABLE evidence_use ADD CONSTRAINT evidence_use_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE evidence_word ADD CONSTRAINT evidence_word_pkey PRIMARY KEY (ws, word, evidence);
ALTER TABLE history ADD CONSTRAINT history_channel_check CHECK ((channel = ANY (ARRAY['page'::text, 'api'::text, 'command_line'::text, 'job'::text, 'set_up'::text])));
ALTER TABLE history ADD CONSTRAINT history_check CHECK (((change IS NULL) = (salt IS NULL)));
ALTER TABLE history ADD CONSTRAINT history_pkey PRIMARY KEY (ws, n);
ALTER TABLE history_head ADD CONSTRAINT history_head_pkey PRIMARY KEY (ws);
ALTER TABLE invitation ADD CONSTRAINT invitation_pkey PRIMARY KEY (token_hash);
ALTER TABLE invitation ADD CONSTRAINT invitation_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE invitation ADD CONSTRAINT invitation_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE job ADD CONSTRAINT job_pkey PRIMARY KEY (ws, id);
ALTER TABLE judgement ADD CONSTRAINT judgement_check CHECK (((state = 'judged'::text) = (level IS NOT NULL)));
ALTER TABLE judgement ADD CONSTRAINT judgement_pkey PRIMARY KEY (ws, id);
ALTER TABLE judgement ADD CONSTRAINT judgement_stance_check CHECK ((stance = ANY (ARRAY['self'::text, 'moderator'::text, 'inspector'::text, 'peer'::text])));
ALTER TABLE judgement ADD CONSTRAINT judgement_state_check CHECK ((state = ANY (ARRAY['not_judged'::text, 'judged'::text, 'below_minimum'::text, 'not_my_job'::text])));
ALTER TABLE judgement ADD CONSTRAINT judgement_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE judgement ADD CONSTRAINT judgement_ws_self_assessment_element_dimension_stance_key UNIQUE (ws, self_assessment, element, dimension, stance);
ALTER TABLE judgement ADD CONSTRAINT judgement_ws_self_assessment_fkey FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment(ws, id);
ALTER TABLE latest ADD CONSTRAINT latest_pkey PRIMARY KEY (ws, person, standard, voice);
ALTER TABLE latest ADD CONSTRAINT latest_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE latest ADD CONSTRAINT latest_ws_self_assessment_fkey FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment(ws, id);
ALTER TABLE latest ADD CONSTRAINT latest_ws_standard_fkey FOREIGN KEY (ws, standard) REFERENCES standard(ws, id);
ALTER TABLE latest ADD CONSTRAINT latest_ws_standard_version_fkey FOREIGN KEY (ws, standard_version) REFERENCES standard_version(ws, id);
ALTER TABLE latest ADD CONSTRAINT latest_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE line_manager ADD CONSTRAINT line_manager_check CHECK ((person <> manager));
ALTER TABLE line_manager ADD CONSTRAINT line_manager_pkey PRIMARY KEY (ws, person);
ALTER TABLE line_manager ADD CONSTRAINT line_manager_ws_manager_fkey FOREIGN KEY (ws, manager) REFERENCES person(ws, id);
ALTER TABLE line_manager ADD CONSTRAINT line_manager_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE migration ADD CONSTRAINT migration_pkey PRIMARY KEY (number);
ALTER TABLE outbox ADD CONSTRAINT outbox_message_id_key UNIQUE (message_id);
ALTER TABLE outbox ADD CONSTRAINT outbox_pkey PRIMARY KEY (ws, id);
ALTER TABLE panel ADD CONSTRAINT panel_pkey PRIMARY KEY (ws, self_assessment);
ALTER TABLE panel ADD CONSTRAINT panel_ws_self_assessment_fkey FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment(ws, id);
ALTER TABLE person ADD CONSTRAINT person_account_fkey FOREIGN KEY (account) REFERENCES account(id);
ALTER TABLE person ADD CONSTRAINT person_pkey PRIMARY KEY (ws, id);
ALTER TABLE person ADD CONSTRAINT person_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text])));
ALTER TABLE person ADD CONSTRAINT person_ws_account_key UNIQUE (ws, account);
ALTER TABLE person ADD CONSTRAINT person_ws_email_key_key UNIQUE (ws, email_key);
ALTER TABLE person ADD CONSTRAINT person_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE person_team ADD CONSTRAINT person_team_pkey PRIMARY KEY (ws, person, team, since);
ALTER TABLE person_team ADD CONSTRAINT person_team_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE person_team ADD CONSTRAINT person_team_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE practice ADD CONSTRAINT practice_check CHECK (((finder IS NOT NULL) OR (sent_by <> ''::text)));
ALTER TABLE practice ADD CONSTRAINT practice_check1 CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL)));
ALTER TABLE practice ADD CONSTRAINT practice_check2 CHECK (((state = 'valid'::text) OR (is_public = 0)));
ALTER TABLE practice ADD CONSTRAINT practice_check3 CHECK (((listed = 0) OR (state = 'valid'::text)));
ALTER TABLE practice ADD CONSTRAINT practice_check4 CHECK (((withdrawn_at IS NULL) OR (state = 'waiting'::text)));
ALTER TABLE practice ADD CONSTRAINT practice_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice ADD CONSTRAINT practice_source_check CHECK ((source = ANY (ARRAY['own_teaching'::text, 'observation'::text, 'class_visit'::text, 'audit'::text, 'manager'::text, 'elsewhere'::text])));
ALTER TABLE practice ADD CONSTRAINT practice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'returned'::text, 'valid'::text, 'not_good_practice'::text, 'merged'::text])));
ALTER TABLE practice ADD CONSTRAINT practice_ws_finder_fkey FOREIGN KEY (ws, finder) REFERENCES person(ws, id);
ALTER TABLE practice ADD CONSTRAINT practice_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE practice ADD CONSTRAINT practice_ws_meeting_fkey FOREIGN KEY (ws, meeting) REFERENCES practice_meeting(ws, id);
ALTER TABLE practice ADD CONSTRAINT practice_ws_merged_into_fkey FOREIGN KEY (ws, merged_into) REFERENCES practice(ws, id);
ALTER TABLE practice ADD CONSTRAINT practice_ws_parent_fkey FOREIGN KEY (ws, parent) REFERENCES practice(ws, id);
ALTER TABLE practice ADD CONSTRAINT practice_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE practice ADD CONSTRAINT practice_ws_tutor_fkey FOREIGN KEY (ws, tutor) REFERENCES person(ws, id);
ALTER TABLE practice_decision ADD CONSTRAINT practice_decision_kind_check CHECK ((kind = ANY (ARRAY['agree'::text, 'send_back'::text, 'not_good_practice'::text, 'merge'::text])));
ALTER TABLE practice_decision ADD CONSTRAINT practice_decision_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice_decision ADD CONSTRAINT practice_decision_state_before_check CHECK ((state_before = ANY (ARRAY['waiting'::text, 'returned'::text, 'valid'::text, 'not_good_practice'::text, 'merged'::text])));
ALTER TABLE practice_decision ADD CONSTRAINT practice_decision_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE practice_decision ADD CONSTRAINT practice_decision_ws_meeting_fkey FOREIGN KEY (ws, meeting) REFERENCES practice_meeting(ws, id);
ALTER TABLE practice_decision ADD CONSTRAINT practice_decision_ws_practice_fkey FOREIGN KEY (ws, practice) REFERENCES practice(ws, id);
ALTER TABLE practice_digest ADD CONSTRAINT practice_digest_pkey PRIMARY KEY (ws, month);
ALTER TABLE practice_digest ADD CONSTRAINT practice_digest_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE practice_digest ADD CONSTRAINT practice_digest_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE practice_digest_reader ADD CONSTRAINT practice_digest_reader_pkey PRIMARY KEY (ws, person);
ALTER TABLE practice_digest_reader ADD CONSTRAINT practice_digest_reader_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE practice_door ADD CONSTRAINT practice_door_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice_door ADD CONSTRAINT practice_door_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE practice_door ADD CONSTRAINT practice_door_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE practice_impact ADD CONSTRAINT practice_impact_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice_impact ADD CONSTRAINT practice_impact_scale_check CHECK ((scale = ANY (ARRAY['one_group'::text, 'several_groups'::text, 'team'::text, 'everywhere'::text])));
ALTER TABLE practice_impact ADD CONSTRAINT practice_impact_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE practice_impact ADD CONSTRAINT practice_impact_ws_meeting_fkey FOREIGN KEY (ws, meeting) REFERENCES practice_meeting(ws, id);
ALTER TABLE practice_impact ADD CONSTRAINT practice_impact_ws_practice_fkey FOREIGN KEY (ws, practice) REFERENCES practice(ws, id);
ALTER TABLE practice_meeting ADD CONSTRAINT practice_meeting_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice_meeting ADD CONSTRAINT practice_meeting_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE practice_meeting ADD CONSTRAINT practice_meeting_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE practice_owner ADD CONSTRAINT practice_owner_pkey PRIMARY KEY (ws, practice, person);
ALTER TABLE practice_owner ADD CONSTRAINT practice_owner_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE practice_owner ADD CONSTRAINT practice_owner_ws_practice_fkey FOREIGN KEY (ws, practice) REFERENCES practice(ws, id) ON DELETE CASCADE;
ALTER TABLE practice_question ADD CONSTRAINT practice_question_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice_question ADD CONSTRAINT practice_question_ws_adviser_fkey FOREIGN KEY (ws, adviser) REFERENCES person(ws, id);
ALTER TABLE practice_question ADD CONSTRAINT practice_question_ws_asked_by_fkey FOREIGN KEY (ws, asked_by) REFERENCES person(ws, id);
ALTER TABLE practice_question ADD CONSTRAINT practice_question_ws_practice_fkey FOREIGN KEY (ws, practice) REFERENCES practice(ws, id);
ALTER TABLE practice_sharing ADD CONSTRAINT practice_sharing_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice_sharing ADD CONSTRAINT practice_sharing_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE practice_sharing ADD CONSTRAINT practice_sharing_ws_meeting_fkey FOREIGN KEY (ws, meeting) REFERENCES practice_meeting(ws, id);
ALTER TABLE practice_sharing ADD CONSTRAINT practice_sharing_ws_onward_of_fkey FOREIGN KEY (ws, onward_of) REFERENCES practice_sharing(ws, id);
ALTER TABLE practice_sharing ADD CONSTRAINT practice_sharing_ws_practice_fkey FOREIGN KEY (ws, practice) REFERENCES practice(ws, id);
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_check CHECK (((reported_on IS NULL) = (outcome = ''::text)));
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_difference_check CHECK ((difference = ANY (ARRAY[''::text, 'none'::text, 'small'::text, 'own_version'::text])));
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_once_more_check CHECK ((again = ANY (ARRAY[''::text, 'yes'::text, 'no'::text, 'too_early'::text])));
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_outcome_check CHECK ((outcome = ANY (ARRAY[''::text, 'better'::text, 'no_difference'::text, 'stopped'::text])));
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_pkey PRIMARY KEY (ws, id);
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_ws_practice_fkey FOREIGN KEY (ws, practice) REFERENCES practice(ws, id);
ALTER TABLE practice_trial ADD CONSTRAINT practice_trial_ws_variation_fkey FOREIGN KEY (ws, variation) REFERENCES practice(ws, id);
ALTER TABLE practice_word ADD CONSTRAINT practice_word_pkey PRIMARY KEY (ws, word, practice);
ALTER TABLE pulse ADD CONSTRAINT pulse_id_check CHECK ((id = 1));
ALTER TABLE pulse ADD CONSTRAINT pulse_pkey PRIMARY KEY (id);
ALTER TABLE remembered_device ADD CONSTRAINT remembered_device_account_fkey FOREIGN KEY (account) REFERENCES account(id);
ALTER TABLE remembered_device ADD CONSTRAINT remembered_device_pkey PRIMARY KEY (id);
ALTER TABLE remembered_device ADD CONSTRAINT remembered_device_token_hash_key UNIQUE (token_hash);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_pkey PRIMARY KEY (ws, id);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_ws_granted_by_fkey FOREIGN KEY (ws, granted_by) REFERENCES person(ws, id);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_ws_person_role_team_key UNIQUE (ws, person, role, team);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_check CHECK (((subject_person IS NULL) <> (subject_team IS NULL)));
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_pkey PRIMARY KEY (ws, id);
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_standing_check CHECK ((standing = ANY (ARRAY['own_view'::text, 'leaders'::text])));
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_ws_previous_fkey FOREIGN KEY (ws, previous) REFERENCES self_assessment(ws, id);
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_ws_standard_version_fkey FOREIGN KEY (ws, standard_version) REFERENCES standard_version(ws, id);
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_ws_subject_person_fkey FOREIGN KEY (ws, subject_person) REFERENCES person(ws, id);
ALTER TABLE self_assessment ADD CONSTRAINT self_assessment_ws_subject_team_fkey FOREIGN KEY (ws, subject_team) REFERENCES team(ws, id);
ALTER TABLE sent_form ADD CONSTRAINT sent_form_pkey PRIMARY KEY (sender, digest);
ALTER TABLE share ADD CONSTRAINT share_check CHECK ((audience <> made_by));
ALTER TABLE share ADD CONSTRAINT share_pkey PRIMARY KEY (ws, id);
ALTER TABLE share ADD CONSTRAINT share_ws_audience_fkey FOREIGN KEY (ws, audience) REFERENCES person(ws, id);
ALTER TABLE share ADD CONSTRAINT share_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE share_comment ADD CONSTRAINT share_comment_pkey PRIMARY KEY (ws, id);
ALTER TABLE share_comment ADD CONSTRAINT share_comment_ws_made_by_fkey FOREIGN KEY (ws, made_by) REFERENCES person(ws, id);
ALTER TABLE share_comment ADD CONSTRAINT share_comment_ws_share_fkey FOREIGN KEY (ws, share) REFERENCES share(ws, id);
ALTER TABLE share_look ADD CONSTRAINT share_look_pkey PRIMARY KEY (ws, share);
ALTER TABLE share_look ADD CONSTRAINT share_look_ws_share_fkey FOREIGN KEY (ws, share) REFERENCES share(ws, id);
ALTER TABLE showing ADD CONSTRAINT showing_pkey PRIMARY KEY (ws, id);
ALTER TABLE showing ADD CONSTRAINT showing_ws_standard_version_fkey FOREIGN KEY (ws, standard_version) REFERENCES standard_version(ws, id);
ALTER TABLE showing ADD CONSTRAINT showing_ws_standard_version_voice_shown_on_key UNIQUE (ws, standard_version, voice, shown_on);
ALTER TABLE showing_block ADD CONSTRAINT showing_block_pkey PRIMARY KEY (ws, showing, team, element, "position");
ALTER TABLE showing_block ADD CONSTRAINT showing_block_ws_showing_team_fkey FOREIGN KEY (ws, showing, team) REFERENCES showing_team(ws, showing, team);
ALTER TABLE showing_change ADD CONSTRAINT showing_change_pkey PRIMARY KEY (ws, showing, answer);
ALTER TABLE showing_change ADD CONSTRAINT showing_change_ws_showing_fkey FOREIGN KEY (ws, showing) REFERENCES showing(ws, id);
ALTER TABLE showing_change ADD CONSTRAINT showing_change_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE showing_spread ADD CONSTRAINT showing_spread_pkey PRIMARY KEY (ws, showing, team, element);
ALTER TABLE showing_spread ADD CONSTRAINT showing_spread_ws_showing_team_fkey FOREIGN KEY (ws, showing, team) REFERENCES showing_team(ws, showing, team);
ALTER TABLE showing_team ADD CONSTRAINT showing_team_pkey PRIMARY KEY (ws, showing, team);
ALTER TABLE showing_team ADD CONSTRAINT showing_team_ws_showing_fkey FOREIGN KEY (ws, showing) REFERENCES showing(ws, id);
ALTER TABLE showing_team ADD CONSTRAINT showing_team_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE spread ADD CONSTRAINT spread_people_check CHECK ((people >= 0));
ALTER TABLE spread ADD CONSTRAINT spread_pkey PRIMARY KEY (ws, standard_version, voice, team, element, level);
ALTER TABLE spread ADD CONSTRAINT spread_ws_standard_version_fkey FOREIGN KEY (ws, standard_version) REFERENCES standard_version(ws, id);
ALTER TABLE spread ADD CONSTRAINT spread_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE staff_import ADD CONSTRAINT staff_import_from_windows_check CHECK ((from_windows = ANY (ARRAY[(0)::bigint, (1)::bigint])));
ALTER TABLE staff_import ADD CONSTRAINT staff_import_pkey PRIMARY KEY (ws, person);
ALTER TABLE staff_import ADD CONSTRAINT staff_import_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE standard ADD CONSTRAINT standard_pkey PRIMARY KEY (ws, id);
ALTER TABLE standard ADD CONSTRAINT standard_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE standard ADD CONSTRAINT standard_ws_key_key UNIQUE (ws, key);
ALTER TABLE standard_version ADD CONSTRAINT standard_version_pkey PRIMARY KEY (ws, id);
ALTER TABLE standard_version ADD CONSTRAINT standard_version_state_check CHECK ((state = ANY (ARRAY['published'::text, 'withdrawn'::text])));
ALTER TABLE standard_version ADD CONSTRAINT standard_version_ws_published_by_fkey FOREIGN KEY (ws, published_by) REFERENCES person(ws, id);
ALTER TABLE standard_version ADD CONSTRAINT standard_version_ws_standard_fkey FOREIGN KEY (ws, standard) REFERENCES standard(ws, id);
ALTER TABLE standard_version ADD CONSTRAINT standard_version_ws_standard_label_key UNIQUE (ws, standard, label);
ALTER TABLE submission ADD CONSTRAINT submission_kind_check CHECK ((kind = ANY (ARRAY['finish'::text, 'reopen'::text])));
ALTER TABLE submission ADD CONSTRAINT submission_pkey PRIMARY KEY (ws, id);
ALTER TABLE submission ADD CONSTRAINT submission_ws_person_fkey FOREIGN KEY (ws, person) REFERENCES person(ws, id);
ALTER TABLE submission ADD CONSTRAINT submission_ws_self_assessment_fkey FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment(ws, id);
ALTER TABLE target ADD CONSTRAINT target_pkey PRIMARY KEY (ws, id);
ALTER TABLE target ADD CONSTRAINT target_ws_self_assessment_element_key UNIQUE (ws, self_assessment, element);
ALTER TABLE target ADD CONSTRAINT target_ws_self_assessment_fkey FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment(ws, id);
ALTER TABLE team ADD CONSTRAINT team_border_check CHECK ((border = ANY (ARRAY[(0)::bigint, (1)::bigint])));
ALTER TABLE team ADD CONSTRAINT team_pkey PRIMARY KEY (ws, id);
ALTER TABLE team ADD CONSTRAINT team_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE team ADD CONSTRAINT team_ws_kind_fkey FOREIGN KEY (ws, kind) REFERENCES team_kind(ws, key);
ALTER TABLE team ADD CONSTRAINT team_ws_parent_fkey FOREIGN KEY (ws, parent) REFERENCES team(ws, id);
ALTER TABLE team_above ADD CONSTRAINT team_above_pkey PRIMARY KEY (ws, team, above);
ALTER TABLE team_above ADD CONSTRAINT team_above_reaches_check CHECK ((reaches = ANY (ARRAY[(0)::bigint, (1)::bigint])));
ALTER TABLE team_above ADD CONSTRAINT team_above_ws_above_fkey FOREIGN KEY (ws, above) REFERENCES team(ws, id);
ALTER TABLE team_above ADD CONSTRAINT team_above_ws_team_fkey FOREIGN KEY (ws, team) REFERENCES team(ws, id);
ALTER TABLE team_kind ADD CONSTRAINT team_kind_pkey PRIMARY KEY (ws, key);
ALTER TABLE team_kind ADD CONSTRAINT team_kind_ws_fkey FOREIGN KEY (ws) REFERENCES workspace(id);
ALTER TABLE tick ADD CONSTRAINT tick_kind_check CHECK ((kind = ANY (ARRAY['unticked_statement'::text, 'ticked_item'::text])));
ALTER TABLE tick ADD CONSTRAINT tick_pkey PRIMARY KEY (ws, judgement, kind, key);
ALTER TABLE tick ADD CONSTRAINT tick_ws_judgement_fkey FOREIGN KEY (ws, judgement) REFERENCES judgement(ws, id);
ALTER TABLE workspace ADD CONSTRAINT workspace_pkey PRIMARY KEY (id);
ALTER TABLE workspace ADD CONSTRAINT workspace_slug_key UNIQUE (slug);
ALTER TABLE workspace ADD CONSTRAINT workspace_words_check CHECK ((words = ANY (ARRAY['college'::text, 'council'::text])));
CREATE UNIQUE INDEX account_email_key_key ON public.account USING btree (email_key);
CREATE INDEX account_failure_about ON public.account_failure USING btree (about, at);
CREATE INDEX account_failure_at ON public.account_failure USING btree (at);
CREATE UNIQUE INDEX account_failure_pkey ON public.account_failure USING btree (id);
CREATE INDEX account_link_expires ON public.account_link USING btree (expires);
CREATE INDEX account_link_of ON public.account_link USING btree (account, purpose);
CREATE UNIQUE INDEX account_link_pkey ON public.account_link USING btree (token_hash);
CREATE UNIQUE INDEX account_link_slip ON public.account_link USING btree (account) WHERE (purpose = 'slip'::text);
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (id);
CREATE INDEX account_session_ends ON public.account_session USING btree (ends);
CREATE INDEX account_session_of ON public.account_session USING btree (account);
CREATE UNIQUE INDEX account_session_pkey ON public.account_session USING btree (token_hash);
CREATE UNIQUE INDEX account_set_up_pkey ON public.account_set_up USING btree (secret_hash);
CREATE UNIQUE INDEX credential_one_password ON public.credential USING btree (account) WHERE (kind = 'password'::text);
CREATE UNIQUE INDEX credential_pkey ON public.credential USING btree (id);
CREATE INDEX deputy_of ON public.deputy USING btree (ws, for_person, since);
CREATE UNIQUE INDEX deputy_pkey ON public.deputy USING btree (ws, id);
CREATE INDEX deputy_who ON public.deputy USING btree (ws, person, since);
CREATE UNIQUE INDEX evidence_address_pkey ON public.evidence_address USING btree (ws, evidence);
CREATE UNIQUE INDEX evidence_address_token_hash_key ON public.evidence_address USING btree (token_hash);
CREATE INDEX evidence_by_coming ON public.evidence USING btree (ws, came_on, id) WHERE (binned_at IS NULL);
CREATE INDEX evidence_by_file ON public.evidence USING btree (file_hash) WHERE (file_hash IS NOT NULL);
CREATE INDEX evidence_by_maker ON public.evidence USING btree (ws, made_by);
CREATE INDEX evidence_by_subject ON public.evidence USING btree (ws, about_on, id) WHERE (binned_at IS NULL);
CREATE INDEX evidence_by_title ON public.evidence USING btree (ws, sort_key, id) WHERE (binned_at IS NULL);
CREATE INDEX evidence_in_bin ON public.evidence USING btree (ws, binned_at) WHERE (binned_at IS NOT NULL);
CREATE UNIQUE INDEX evidence_pkey ON public.evidence USING btree (ws, id);
CREATE INDEX evidence_revision_by_file ON public.evidence_revision USING btree (file_hash) WHERE (file_hash IS NOT NULL);
CREATE UNIQUE INDEX evidence_revision_pkey ON public.evidence_revision USING btree (ws, evidence, version);
CREATE INDEX evidence_revision_replaced ON public.evidence_revision USING btree (ws, evidence, file_hash, file_size) WHERE (file_replaced = 1);
CREATE INDEX evidence_to_let_go ON public.evidence USING btree (ws, keep_until) WHERE ((keep_until IS NOT NULL) AND (binned_at IS NULL));
CREATE INDEX evidence_use_of ON public.evidence_use USING btree (ws, evidence);
CREATE UNIQUE INDEX evidence_use_pkey ON public.evidence_use USING btree (ws, noun, object, part, evidence);
CREATE INDEX evidence_with_file ON public.evidence USING btree (ws, file_size) WHERE (file_hash IS NOT NULL);
CREATE UNIQUE INDEX evidence_word_pkey ON public.evidence_word USING btree (ws, word, evidence);
CREATE INDEX history_by ON public.history USING btree (ws, actor, noun, verb, at);
CREATE INDEX history_for ON public.history USING btree (ws, for_person, actor) WHERE (for_person IS NOT NULL);
CREATE UNIQUE INDEX history_head_pkey ON public.history_head USING btree (ws);
CREATE INDEX history_of ON public.history USING btree (ws, noun, object, n);
CREATE UNIQUE INDEX history_pkey ON public.history USING btree (ws, n);
CREATE INDEX invitation_of ON public.invitation USING btree (ws, person);
CREATE UNIQUE INDEX invitation_pkey ON public.invitation USING btree (token_hash);
CREATE INDEX job_due ON public.job USING btree (run_at) WHERE (failed_at IS NULL);
CREATE UNIQUE INDEX job_pkey ON public.job USING btree (ws, id);
CREATE UNIQUE INDEX judgement_pkey ON public.judgement USING btree (ws, id);
CREATE UNIQUE INDEX judgement_ws_self_assessment_element_dimension_stance_key ON public.judgement USING btree (ws, self_assessment, element, dimension, stance);
CREATE INDEX latest_of_version ON public.latest USING btree (ws, standard_version, voice, answer);
CREATE UNIQUE INDEX latest_pkey ON public.latest USING btree (ws, person, standard, voice);
CREATE UNIQUE INDEX latest_sheet ON public.latest USING btree (ws, self_assessment);
CREATE INDEX line_manager_of ON public.line_manager USING btree (ws, manager);
CREATE UNIQUE INDEX line_manager_pkey ON public.line_manager USING btree (ws, person);
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (number);
CREATE INDEX outbox_due ON public.outbox USING btree (send_at) WHERE (failed_at IS NULL);
CREATE INDEX outbox_failed ON public.outbox USING btree (failed_at) WHERE (failed_at IS NOT NULL);
CREATE UNIQUE INDEX outbox_message_id_key ON public.outbox USING btree (message_id);
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (ws, id);
CREATE INDEX outbox_to ON public.outbox USING btree (ws, recipient);
CREATE UNIQUE INDEX panel_pkey ON public.panel USING btree (ws, self_assessment);
CREATE INDEX person_closed ON public.person USING btree (ws, id) WHERE (state = 'disabled'::text);
CREATE INDEX person_listed ON public.person USING btree (ws, sort_key, id, email_key) WHERE (erased_on IS NULL);
CREATE INDEX person_of_account ON public.person USING btree (account);
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (ws, id);
CREATE INDEX person_team_members ON public.person_team USING btree (ws, team, person);
CREATE UNIQUE INDEX person_team_pkey ON public.person_team USING btree (ws, person, team, since);
CREATE UNIQUE INDEX person_ws_account_key ON public.person USING btree (ws, account);
CREATE UNIQUE INDEX person_ws_email_key_key ON public.person USING btree (ws, email_key);
CREATE INDEX practice_by_door ON public.practice USING btree (ws, door, recorded_at);
CREATE INDEX practice_decision_in ON public.practice_decision USING btree (ws, meeting);
CREATE INDEX practice_decision_of ON public.practice_decision USING btree (ws, practice, at);
CREATE INDEX practice_decision_on ON public.practice_decision USING btree (ws, made_on);
CREATE UNIQUE INDEX practice_decision_pkey ON public.practice_decision USING btree (ws, id);
CREATE UNIQUE INDEX practice_digest_pkey ON public.practice_digest USING btree (ws, month);
CREATE UNIQUE INDEX practice_digest_reader_pkey ON public.practice_digest_reader USING btree (ws, person);
CREATE UNIQUE INDEX practice_door_pkey ON public.practice_door USING btree (ws, id);
CREATE UNIQUE INDEX practice_door_token ON public.practice_door USING btree (token_hash);
CREATE INDEX practice_finder ON public.practice USING btree (ws, finder, id);
CREATE INDEX practice_impact_in ON public.practice_impact USING btree (ws, meeting) WHERE (meeting IS NOT NULL);
CREATE INDEX practice_impact_of ON public.practice_impact USING btree (ws, practice, at);
CREATE UNIQUE INDEX practice_impact_pkey ON public.practice_impact USING btree (ws, id);
CREATE INDEX practice_in_feed ON public.practice USING btree (ws, id) WHERE (is_public = 1);
CREATE INDEX practice_list ON public.practice USING btree (ws, id) WHERE (listed = 1);
CREATE INDEX practice_list_by_subject ON public.practice USING btree (ws, subject, id) WHERE (listed = 1);
CREATE INDEX practice_list_by_theme ON public.practice USING btree (ws, theme, id) WHERE (listed = 1);
CREATE INDEX practice_meeting_on ON public.practice_meeting USING btree (ws, held_on);
CREATE UNIQUE INDEX practice_meeting_pkey ON public.practice_meeting USING btree (ws, id);
CREATE INDEX practice_owner_person ON public.practice_owner USING btree (ws, person);
CREATE UNIQUE INDEX practice_owner_pkey ON public.practice_owner USING btree (ws, practice, person);
CREATE INDEX practice_parent ON public.practice USING btree (ws, parent);
CREATE UNIQUE INDEX practice_pkey ON public.practice USING btree (ws, id);
CREATE INDEX practice_put_into ON public.practice USING btree (ws, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX practice_question_of ON public.practice_question USING btree (ws, practice, asked_at);
CREATE UNIQUE INDEX practice_question_pkey ON public.practice_question USING btree (ws, id);
CREATE INDEX practice_question_to ON public.practice_question USING btree (ws, adviser, answered_at);
CREATE INDEX practice_queue ON public.practice USING btree (ws, waiting_since, id) WHERE ((state = 'waiting'::text) AND (withdrawn_at IS NULL));
CREATE INDEX practice_recorded_in ON public.practice USING btree (ws, meeting) WHERE (meeting IS NOT NULL);
CREATE INDEX practice_sharing_in ON public.practice_sharing USING btree (ws, meeting);
CREATE INDEX practice_sharing_noted ON public.practice_sharing USING btree (ws, at);
CREATE INDEX practice_sharing_of ON public.practice_sharing USING btree (ws, practice, shared_on);
CREATE INDEX practice_sharing_on ON public.practice_sharing USING btree (ws, shared_on);
CREATE UNIQUE INDEX practice_sharing_pkey ON public.practice_sharing USING btree (ws, id);
CREATE INDEX practice_state ON public.practice USING btree (ws, state, recorded_at);
CREATE INDEX practice_trial_of ON public.practice_trial USING btree (ws, person, follow_up_on);
CREATE UNIQUE INDEX practice_trial_once ON public.practice_trial USING btree (ws, practice, person);
CREATE UNIQUE INDEX practice_trial_pkey ON public.practice_trial USING btree (ws, id);
CREATE INDEX practice_trial_since ON public.practice_trial USING btree (ws, since, id);
CREATE INDEX practice_withdrawn ON public.practice USING btree (ws, withdrawn_at) WHERE (withdrawn_at IS NOT NULL);
CREATE UNIQUE INDEX practice_word_pkey ON public.practice_word USING btree (ws, word, practice);
CREATE UNIQUE INDEX pulse_pkey ON public.pulse USING btree (id);
CREATE INDEX remembered_device_ends ON public.remembered_device USING btree (ends);
CREATE INDEX remembered_device_of ON public.remembered_device USING btree (account);
CREATE UNIQUE INDEX remembered_device_pkey ON public.remembered_device USING btree (id);
CREATE UNIQUE INDEX remembered_device_token_hash_key ON public.remembered_device USING btree (token_hash);
CREATE INDEX role_grant_of_role ON public.role_grant USING btree (ws, role, team);
CREATE UNIQUE INDEX role_grant_pkey ON public.role_grant USING btree (ws, id);
CREATE UNIQUE INDEX role_grant_ws_person_role_team_key ON public.role_grant USING btree (ws, person, role, team);
CREATE INDEX self_assessment_made_by ON public.self_assessment USING btree (ws, made_by, started_at);
CREATE INDEX self_assessment_of_team ON public.self_assessment USING btree (ws, subject_team, standing, finished_at);
CREATE UNIQUE INDEX self_assessment_one_open_of_leaders ON public.self_assessment USING btree (ws, subject_team, standard_version) WHERE ((standing = 'leaders'::text) AND (finished_at IS NULL) AND (binned_at IS NULL));
CREATE UNIQUE INDEX self_assessment_one_open_person ON public.self_assessment USING btree (ws, subject_person, voice, made_by, standard_version) WHERE ((finished_at IS NULL) AND (binned_at IS NULL));
CREATE UNIQUE INDEX self_assessment_one_open_team ON public.self_assessment USING btree (ws, subject_team, voice, made_by, standard_version) WHERE ((standing = 'own_view'::text) AND (finished_at IS NULL) AND (binned_at IS NULL));
CREATE UNIQUE INDEX self_assessment_pkey ON public.self_assessment USING btree (ws, id);
CREATE INDEX sent_form_at ON public.sent_form USING btree (at);
CREATE UNIQUE INDEX sent_form_pkey ON public.sent_form USING btree (sender, digest);
CREATE INDEX share_by ON public.share USING btree (ws, made_by, noun) WHERE (withdrawn_at IS NULL);
CREATE INDEX share_comment_of ON public.share_comment USING btree (ws, share, at, id);
CREATE UNIQUE INDEX share_comment_pkey ON public.share_comment USING btree (ws, id);
CREATE UNIQUE INDEX share_look_pkey ON public.share_look USING btree (ws, share);
CREATE UNIQUE INDEX share_once ON public.share USING btree (ws, noun, object, audience, part) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX share_pkey ON public.share USING btree (ws, id);
CREATE INDEX share_with ON public.share USING btree (ws, audience, noun, at) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX showing_block_pkey ON public.showing_block USING btree (ws, showing, team, element, "position");
CREATE UNIQUE INDEX showing_change_pkey ON public.showing_change USING btree (ws, showing, answer);
CREATE UNIQUE INDEX showing_pkey ON public.showing USING btree (ws, id);
CREATE UNIQUE INDEX showing_spread_pkey ON public.showing_spread USING btree (ws, showing, team, element);
CREATE UNIQUE INDEX showing_team_pkey ON public.showing_team USING btree (ws, showing, team);
CREATE UNIQUE INDEX showing_ws_standard_version_voice_shown_on_key ON public.showing USING btree (ws, standard_version, voice, shown_on);
CREATE UNIQUE INDEX spread_pkey ON public.spread USING btree (ws, standard_version, voice, team, element, level);
CREATE UNIQUE INDEX staff_import_pkey ON public.staff_import USING btree (ws, person);
CREATE UNIQUE INDEX standard_pkey ON public.standard USING btree (ws, id);
CREATE UNIQUE INDEX standard_version_pkey ON public.standard_version USING btree (ws, id);
CREATE UNIQUE INDEX standard_version_ws_standard_label_key ON public.standard_version USING btree (ws, standard, label);
CREATE UNIQUE INDEX standard_ws_key_key ON public.standard USING btree (ws, key);
CREATE INDEX submission_of ON public.submission USING btree (ws, self_assessment, at);
CREATE UNIQUE INDEX submission_pkey ON public.submission USING btree (ws, id);
CREATE INDEX target_due ON public.target USING btree (ws, due_on) WHERE (due_on IS NOT NULL);
CREATE UNIQUE INDEX target_pkey ON public.target USING btree (ws, id);
CREATE UNIQUE INDEX target_ws_self_assessment_element_key ON public.target USING btree (ws, self_assessment, element);
CREATE INDEX team_above_below ON public.team_above USING btree (ws, above, team);
CREATE UNIQUE INDEX team_above_pkey ON public.team_above USING btree (ws, team, above);
CREATE UNIQUE INDEX team_kind_pkey ON public.team_kind USING btree (ws, key);
CREATE UNIQUE INDEX team_one_root ON public.team USING btree (ws) WHERE (parent IS NULL);
CREATE INDEX team_parent ON public.team USING btree (ws, parent, "position");
CREATE UNIQUE INDEX team_pkey ON public.team USING btree (ws, id);
CREATE UNIQUE INDEX tick_pkey ON public.tick USING btree (ws, judgement, kind, key);
CREATE UNIQUE INDEX workspace_pkey ON public.workspace USING btree (id);
CREATE UNIQUE INDEX workspace_slug_key ON public.workspace USING btree (slug);
