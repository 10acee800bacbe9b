-- A Quality Team meeting: who was there, and when. What was decided in it points to it.
CREATE TABLE practice_meeting (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
  held_on TEXT NOT NULL,
  people TEXT NOT NULL,
  notes TEXT NOT NULL,
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  version {int} NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX practice_meeting_on ON practice_meeting (ws, held_on);

-- Good practice: what works for somebody, from the day it was recorded. Until `state` is 'valid' it is its finder's,
-- one named colleague's and the validators'.
CREATE TABLE practice (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
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
  stand_out {int} NOT NULL,
  finder {id},
  sent_by TEXT NOT NULL,
  door {id},
  tutor {id},
  team {id},
  parent {id},
  state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'valid', 'not_good_practice', 'merged')),
  merged_into {id},
  is_public {int} NOT NULL,
  named_at {time},
  meeting {id},
  recorded_at {time} NOT NULL,
  waiting_since TEXT NOT NULL,
  version {int} NOT NULL,
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
){strict};
CREATE INDEX practice_state ON practice (ws, state, recorded_at);
CREATE INDEX practice_finder ON practice (ws, finder);
CREATE INDEX practice_parent ON practice (ws, parent);
CREATE INDEX practice_theme ON practice (ws, theme);

-- Each decision of a validator, in order; the last one is the state of the item.
CREATE TABLE practice_decision (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  practice {id} NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('agree', 'send_back', 'not_good_practice', 'merge')),
  reason TEXT NOT NULL,
  moderation TEXT NOT NULL,
  into_practice {id},
  meeting {id},
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  made_on TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX practice_decision_of ON practice_decision (ws, practice, at);
CREATE INDEX practice_decision_in ON practice_decision (ws, meeting);

-- Each time it was shared: by which channel, with whom, when. `onward_of`: a manager passed it on.
CREATE TABLE practice_sharing (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  practice {id} NOT NULL,
  channel TEXT NOT NULL,
  audience TEXT NOT NULL,
  shared_on TEXT NOT NULL,
  onward_of {id},
  meeting {id},
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, practice) REFERENCES practice (ws, id),
  FOREIGN KEY (ws, onward_of) REFERENCES practice_sharing (ws, id),
  FOREIGN KEY (ws, meeting) REFERENCES practice_meeting (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX practice_sharing_of ON practice_sharing (ws, practice, shared_on);
CREATE INDEX practice_sharing_in ON practice_sharing (ws, meeting);

-- An address that partners' managers use without an account, until it is closed.
CREATE TABLE practice_door (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
  token_hash {bytes} NOT NULL,
  label TEXT NOT NULL,
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  closed_at {time},
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE UNIQUE INDEX practice_door_token ON practice_door (token_hash);
CREATE INDEX practice_by_door ON practice (ws, door, recorded_at);
