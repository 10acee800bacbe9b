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

-- What was shown, from that day on: of each shown team how many people there were and the middle of their totals; of each
-- theme, or of the whole where the element is '', between which levels the middle half stands, and how many stand from one
-- level to another. '' there is whatever lies below the lowest level. Nothing here may not be seen.
CREATE TABLE showing (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  standard_version {id} NOT NULL,
  voice TEXT NOT NULL,
  shown_on TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, standard_version, voice, shown_on),
  FOREIGN KEY (ws, standard_version) REFERENCES standard_version (ws, id)
){strict};

CREATE TABLE showing_team (
  ws {id} NOT NULL,
  showing {id} NOT NULL,
  team {id} NOT NULL,
  people {int} NOT NULL,
  middle {int},
  PRIMARY KEY (ws, showing, team),
  FOREIGN KEY (ws, showing) REFERENCES showing (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
){strict};

CREATE TABLE showing_spread (
  ws {id} NOT NULL,
  showing {id} NOT NULL,
  team {id} NOT NULL,
  element TEXT NOT NULL,
  low TEXT NOT NULL,
  middle TEXT NOT NULL,
  high TEXT NOT NULL,
  PRIMARY KEY (ws, showing, team, element),
  FOREIGN KEY (ws, showing, team) REFERENCES showing_team (ws, showing, team)
){strict};

CREATE TABLE showing_block (
  ws {id} NOT NULL,
  showing {id} NOT NULL,
  team {id} NOT NULL,
  element TEXT NOT NULL,
  position {int} NOT NULL,
  from_level TEXT NOT NULL,
  to_level TEXT NOT NULL,
  people {int} NOT NULL,
  PRIMARY KEY (ws, showing, team, element, position),
  FOREIGN KEY (ws, showing, team) REFERENCES showing_team (ws, showing, team)
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

-- What is finished already counts too.
INSERT INTO latest (ws, person, standard, voice, self_assessment, answer, standard_version, team)
SELECT ws, made_by, standard, voice, id, answer, standard_version, team FROM (
  SELECT s.ws, s.made_by, v.standard, s.voice, s.id, f.id AS answer, s.standard_version,
    COALESCE((SELECT p.team FROM person_team p WHERE p.ws = s.ws AND p.person = s.made_by AND p.since <= s.as_at
        AND (p.until IS NULL OR p.until >= s.as_at) ORDER BY p.since, p.team LIMIT 1),
      (SELECT t.id FROM team t WHERE t.ws = s.ws AND t.parent IS NULL)) AS team,
    ROW_NUMBER() OVER (PARTITION BY s.ws, s.made_by, v.standard, s.voice
      ORDER BY s.finished_at DESC, s.id DESC, f.at DESC, f.id DESC) AS place
  FROM self_assessment s
  JOIN standard_version v ON v.ws = s.ws AND v.id = s.standard_version
  JOIN submission f ON f.ws = s.ws AND f.self_assessment = s.id AND f.kind = 'finish'
  WHERE s.standing = 'own_view' AND s.finished_at IS NOT NULL AND s.binned_at IS NULL) ranked
WHERE place = 1;
INSERT INTO spread (ws, standard_version, voice, team, element, level, people)
SELECT l.ws, l.standard_version, l.voice, l.team, j.element,
  CASE j.state WHEN 'judged' THEN j.level WHEN 'below_minimum' THEN j.state ELSE '' END, COUNT(*)
FROM latest l
JOIN judgement j ON j.ws = l.ws AND j.self_assessment = l.self_assessment AND j.dimension = '' AND j.stance = 'self'
GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO spread (ws, standard_version, voice, team, element, level, people)
SELECT l.ws, l.standard_version, l.voice, l.team, '', CASE WHEN s.lowest IS NULL THEN '' ELSE CAST(s.total AS TEXT) END, COUNT(*)
FROM latest l
JOIN self_assessment s ON s.ws = l.ws AND s.id = l.self_assessment
GROUP BY 1, 2, 3, 4, 6;
