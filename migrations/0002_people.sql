-- Who we are: organisations, teams, people, and the roles they hold on teams.

CREATE TABLE workspace (
  id {id} NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  words TEXT NOT NULL CHECK (words IN ('college', 'council')),
  clock_stands_on TEXT
){strict};

-- Someone who may sign in, once for all organisations they belong to.
CREATE TABLE account (
  id {id} NOT NULL PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('active', 'disabled'))
){strict};

CREATE TABLE team_kind (
  ws {id} NOT NULL REFERENCES workspace (id),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (ws, key)
){strict};

CREATE TABLE team (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
  parent {id},
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  position {int} NOT NULL,
  border {int} NOT NULL CHECK (border IN (0, 1)),
  closed_on TEXT,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, parent) REFERENCES team (ws, id),
  FOREIGN KEY (ws, kind) REFERENCES team_kind (ws, key)
){strict};
-- One team has no parent: the organisation as a whole.
CREATE UNIQUE INDEX team_one_root ON team (ws) WHERE parent IS NULL;
CREATE INDEX team_parent ON team (ws, parent, position);

-- Every team above a team, itself among them at distance 0. `reaches` is 0 where a border stands between them: a role
-- granted above does not count below.
CREATE TABLE team_above (
  ws {id} NOT NULL,
  team {id} NOT NULL,
  above {id} NOT NULL,
  distance {int} NOT NULL,
  reaches {int} NOT NULL CHECK (reaches IN (0, 1)),
  PRIMARY KEY (ws, team, above),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id),
  FOREIGN KEY (ws, above) REFERENCES team (ws, id)
){strict};
CREATE INDEX team_above_below ON team_above (ws, above, team);

CREATE TABLE person (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
  account {id} REFERENCES account (id),
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  email TEXT,
  email_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
  version {int} NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, account),
  UNIQUE (ws, email_key)
){strict};
CREATE INDEX person_of_account ON person (account);

CREATE TABLE person_team (
  ws {id} NOT NULL,
  person {id} NOT NULL,
  team {id} NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  PRIMARY KEY (ws, person, team, since),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
){strict};
CREATE INDEX person_team_members ON person_team (ws, team, person);

CREATE TABLE role_grant (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  person {id} NOT NULL,
  role TEXT NOT NULL,
  team {id} NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  granted_by {id},
  PRIMARY KEY (ws, id),
  UNIQUE (ws, person, role, team),
  FOREIGN KEY (ws, person) REFERENCES person (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id),
  FOREIGN KEY (ws, granted_by) REFERENCES person (ws, id)
){strict};
