-- Score sheets: one person's judgements of themselves against one version of a standard.

CREATE TABLE self_assessment (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
  standard_version {id} NOT NULL,
  subject_person {id},
  subject_team {id},
  voice TEXT NOT NULL,
  made_by {id} NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('own_view', 'leaders')),
  previous {id},
  name TEXT NOT NULL,
  started_at {time} NOT NULL,
  as_at TEXT NOT NULL,
  finished_at {time},
  binned_at {time},
  total {int},
  overall TEXT,
  lowest TEXT,
  judged {int},
  version {int} NOT NULL,
  PRIMARY KEY (ws, id),
  CHECK ((subject_person IS NULL) <> (subject_team IS NULL)),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, subject_person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, subject_team) REFERENCES team (ws, id),
  FOREIGN KEY (ws, previous) REFERENCES self_assessment (ws, id)
){strict};

-- At most one open sheet per subject, voice, maker and standard.
CREATE UNIQUE INDEX self_assessment_one_open_person
  ON self_assessment (ws, subject_person, voice, made_by, standard_version) WHERE finished_at IS NULL AND binned_at IS NULL;
CREATE UNIQUE INDEX self_assessment_one_open_team
  ON self_assessment (ws, subject_team, voice, made_by, standard_version) WHERE finished_at IS NULL AND binned_at IS NULL;
CREATE INDEX self_assessment_made_by ON self_assessment (ws, made_by, started_at);

CREATE TABLE submission (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  self_assessment {id} NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('finish', 'reopen')),
  person {id} NOT NULL,
  at {time} NOT NULL,
  content_hash {bytes} NOT NULL,
  frozen TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id)
){strict};
CREATE INDEX submission_of ON submission (ws, self_assessment, at);

CREATE TABLE judgement (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  self_assessment {id} NOT NULL,
  element TEXT NOT NULL,
  dimension TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('self', 'moderator', 'inspector', 'peer')),
  state TEXT NOT NULL CHECK (state IN ('not_judged', 'judged', 'below_minimum', 'not_my_job')),
  level TEXT,
  note TEXT NOT NULL,
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  version {int} NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, self_assessment, element, dimension, stance),
  CHECK ((state = 'judged') = (level IS NOT NULL)),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};

-- Statements that the person unticked, and items of a reference list that they ticked.
CREATE TABLE tick (
  ws {id} NOT NULL,
  judgement {id} NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('unticked_statement', 'ticked_item')),
  key TEXT NOT NULL,
  PRIMARY KEY (ws, judgement, kind, key),
  FOREIGN KEY (ws, judgement) REFERENCES judgement (ws, id)
){strict};

CREATE TABLE target (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  self_assessment {id} NOT NULL,
  element TEXT NOT NULL,
  text TEXT NOT NULL,
  level_aimed TEXT NOT NULL,
  due_on TEXT,
  version {int} NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, self_assessment, element),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id)
){strict};
