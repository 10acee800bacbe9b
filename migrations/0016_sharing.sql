-- What somebody lets a named colleague see: a thing (noun and object) or one part of it. Live until withdrawn_at.
CREATE TABLE share (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  noun TEXT NOT NULL,
  object {id} NOT NULL,
  part TEXT NOT NULL,
  made_by {id} NOT NULL,
  audience {id} NOT NULL CHECK (audience <> made_by),
  at {time} NOT NULL,
  withdrawn_at {time},
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, audience) REFERENCES person (ws, id)
){strict};
CREATE UNIQUE INDEX share_once ON share (ws, noun, object, audience, part) WHERE withdrawn_at IS NULL;
CREATE INDEX share_with ON share (ws, audience, noun, at) WHERE withdrawn_at IS NULL;

-- When its audience looked at it.
CREATE TABLE share_look (
  ws {id} NOT NULL,
  share {id} NOT NULL,
  first_at {time} NOT NULL,
  last_at {time} NOT NULL,
  PRIMARY KEY (ws, share),
  FOREIGN KEY (ws, share) REFERENCES share (ws, id)
){strict};

-- What the two of them wrote. `part` says of what; empty: of the whole.
CREATE TABLE share_comment (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  share {id} NOT NULL,
  part TEXT NOT NULL,
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  FOREIGN KEY (ws, share) REFERENCES share (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX share_comment_of ON share_comment (ws, share, at, id);
