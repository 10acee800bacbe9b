-- The institution beside its people: which finished score sheet of each maker counts, how many stand at which level,
-- what of that was shown, and who judged together.

-- The finished sheet that counts for its maker, standard and voice. `answer` is its finishing: a sheet that was opened and
-- finished again is another answer.
CREATE TABLE latest (
  ws {id} NOT NULL,
  person {id} NOT NULL,
  standard {id} NOT NULL,
  voice TEXT NOT NULL,
  self_assessment {id} NOT NULL,
  answer {id} NOT NULL,
  standard_version {id} NOT NULL,
  team {id} NOT NULL,
  PRIMARY KEY (ws, person, standard, voice),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, standard) REFERENCES standard (ws, id),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
){strict};
CREATE UNIQUE INDEX latest_sheet ON latest (ws, self_assessment);
CREATE INDEX latest_of_version ON latest (ws, standard_version, voice, answer);

-- How many of these stand where, by the team that their maker was in when they were counted. `level` is a level's key, or
-- 'below_minimum', or '' for no level; the element '' holds the totals in points, '' where a theme has no level.
CREATE TABLE spread (
  ws {id} NOT NULL,
  standard_version {id} NOT NULL,
  voice TEXT NOT NULL,
  team {id} NOT NULL,
  element TEXT NOT NULL,
  level TEXT NOT NULL,
  people {int} NOT NULL CHECK (people >= 0),
  PRIMARY KEY (ws, standard_version, voice, team, element, level),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
){strict};

-- What was shown, from that day on. `figures` is JSON, and holds nothing that may not be seen.
CREATE TABLE showing (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  standard_version {id} NOT NULL,
  voice TEXT NOT NULL,
  shown_on TEXT NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, standard_version, voice, shown_on),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id)
){strict};

-- The answers that were counted in it, each with the smallest shown team that it was in. They stay when the sheet is gone,
-- because what was seen stays seen.
CREATE TABLE showing_answer (
  ws {id} NOT NULL,
  showing {id} NOT NULL,
  answer {id} NOT NULL,
  team {id} NOT NULL,
  PRIMARY KEY (ws, showing, answer),
  FOREIGN KEY (ws, showing) REFERENCES showing (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
){strict};

-- The names of those who judged together, as they gave them.
CREATE TABLE panel (
  ws {id} NOT NULL,
  self_assessment {id} NOT NULL,
  names TEXT NOT NULL,
  PRIMARY KEY (ws, self_assessment),
  FOREIGN KEY (ws, self_assessment) REFERENCES self_assessment (ws, id)
){strict};

-- The leaders of a team judge together: one open judgement at a time, whoever began it.
CREATE UNIQUE INDEX self_assessment_one_open_of_leaders
  ON self_assessment (ws, subject_team, standard_version) WHERE standing = 'leaders' AND finished_at IS NULL AND binned_at IS NULL;
CREATE INDEX self_assessment_of_team ON self_assessment (ws, subject_team, standing, finished_at);
