-- The evidence library: links, quotes and data readings. private_to: the only one who sees it; empty: the organisation's.
CREATE TABLE evidence (
  ws {id} NOT NULL REFERENCES workspace (id),
  id {id} NOT NULL,
  made_by {id} NOT NULL,
  private_to {id},
  sensitive {int} NOT NULL,
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
  binned_at {time},
  changed_by {id} NOT NULL,
  changed_at {time} NOT NULL,
  version {int} NOT NULL,
  link TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (ws, id),
  CHECK (private_to IS NULL OR private_to = made_by),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id),
  FOREIGN KEY (ws, changed_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX evidence_by_coming ON evidence (ws, came_on, id) WHERE binned_at IS NULL;
CREATE INDEX evidence_by_subject ON evidence (ws, about_on, id) WHERE binned_at IS NULL;
CREATE INDEX evidence_by_title ON evidence (ws, sort_key, id) WHERE binned_at IS NULL;
CREATE INDEX evidence_by_maker ON evidence (ws, made_by);
CREATE INDEX evidence_in_bin ON evidence (ws, binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX evidence_to_let_go ON evidence (ws, keep_until) WHERE keep_until IS NOT NULL AND binned_at IS NULL;

-- The words of evidence.search_key, to find it by how they begin; bytes, so that their order is the same everywhere.
CREATE TABLE evidence_word (
  ws {id} NOT NULL,
  word {bytes} NOT NULL,
  evidence {id} NOT NULL,
  PRIMARY KEY (ws, word, evidence)
){strict};

-- What a piece said before it was changed, and who could see it then.
CREATE TABLE evidence_revision (
  ws {id} NOT NULL,
  evidence {id} NOT NULL,
  version {int} NOT NULL,
  private_to {id},
  sensitive {int} NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  about_on TEXT NOT NULL,
  came_on TEXT NOT NULL,
  changed_by {id} NOT NULL,
  changed_at {time} NOT NULL,
  link TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (ws, evidence, version),
  FOREIGN KEY (ws, evidence) REFERENCES evidence (ws, id),
  FOREIGN KEY (ws, changed_by) REFERENCES person (ws, id)
){strict};

-- Where a piece is used: a thing (noun and object) or one part of it.
CREATE TABLE evidence_use (
  ws {id} NOT NULL,
  evidence {id} NOT NULL,
  noun TEXT NOT NULL,
  object {id} NOT NULL,
  part TEXT NOT NULL,
  made_by {id} NOT NULL,
  at {time} NOT NULL,
  PRIMARY KEY (ws, noun, object, part, evidence),
  FOREIGN KEY (ws, evidence) REFERENCES evidence (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
CREATE INDEX evidence_use_of ON evidence_use (ws, evidence);

-- The address at which anybody reads a piece without an account. Gone when it is taken back.
CREATE TABLE evidence_address (
  ws {id} NOT NULL,
  evidence {id} NOT NULL,
  token_hash {bytes} NOT NULL UNIQUE,
  made_by {id} NOT NULL,
  made_at {time} NOT NULL,
  PRIMARY KEY (ws, evidence),
  FOREIGN KEY (ws, evidence) REFERENCES evidence (ws, id),
  FOREIGN KEY (ws, made_by) REFERENCES person (ws, id)
){strict};
