-- A colleague tries something, and says later how it went.
CREATE TABLE practice_trial (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  practice {id} NOT NULL,
  person {id} NOT NULL,
  place TEXT NOT NULL,
  since TEXT NOT NULL,
  follow_up_on TEXT,
  at {time} NOT NULL,
  reminded_on TEXT,
  reported_on TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'better', 'no_difference', 'stopped')),
  again {int} NOT NULL,
  report TEXT NOT NULL,
  difference TEXT NOT NULL CHECK (difference IN ('', 'none', 'small', 'own_version')),
  variation {id},
  version {int} NOT NULL,
  PRIMARY KEY (ws, id),
  CHECK ((reported_on IS NULL) = (outcome = '')),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, variation) REFERENCES practice (ws, id)
){strict};
CREATE UNIQUE INDEX practice_trial_once ON practice_trial (ws, practice, person);
CREATE INDEX practice_trial_of ON practice_trial (ws, person, follow_up_on);

-- A question to a named adviser, and the answer.
CREATE TABLE practice_question (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  practice {id} NOT NULL,
  asked_by {id} NOT NULL,
  adviser {id} NOT NULL,
  text TEXT NOT NULL,
  asked_at {time} NOT NULL,
  answer TEXT NOT NULL,
  answered_at {time},
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, asked_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, adviser) REFERENCES person (ws, id)
){strict};
CREATE INDEX practice_question_of ON practice_question (ws, practice, asked_at);
CREATE INDEX practice_question_to ON practice_question (ws, adviser, answered_at);

-- What it changed for learners, how far, and how one knows.
CREATE TABLE practice_impact (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  practice {id} NOT NULL,
  changed TEXT NOT NULL,
  scale TEXT NOT NULL CHECK (scale IN ('one_group', 'several_groups', 'team', 'everywhere')),
  evidence TEXT NOT NULL,
  cpd TEXT NOT NULL,
  theme TEXT NOT NULL,
  meeting {id},
  made_by {id} NOT NULL,
  made_on TEXT NOT NULL,
  at {time} NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX practice_impact_of ON practice_impact (ws, practice, at);

-- A month whose digest was mailed.
CREATE TABLE practice_digest (
  ws {id} NOT NULL REFERENCES workspace (id),
  month TEXT NOT NULL,
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  people {int} NOT NULL,
  PRIMARY KEY (ws, month),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
