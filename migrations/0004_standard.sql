-- What people are judged against. A published version never changes: its content is one canonical text.

CREATE TABLE standard (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  UNIQUE (ws, key)
){strict};

CREATE TABLE standard_version (
  ws {id} NOT NULL,
  id {id} NOT NULL,
  standard {id} NOT NULL,
  label TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('published', 'withdrawn')),
  content_hash {bytes} NOT NULL,
  content TEXT NOT NULL,
  published_at {time} NOT NULL,
  published_by {id},
  PRIMARY KEY (ws, id),
  UNIQUE (ws, standard, label),
  FOREIGN KEY (ws, standard) REFERENCES standard (ws, id),
  FOREIGN KEY (ws, published_by) REFERENCES person (ws, id)
){strict};
