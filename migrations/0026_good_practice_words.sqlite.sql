-- The words of practice.search_key, to find it by how they begin; bytes, so that their order is the same everywhere.
CREATE TABLE practice_word (
  ws {id} NOT NULL,
  word {bytes} NOT NULL,
  practice {id} NOT NULL,
  PRIMARY KEY (ws, word, practice)
){strict};

-- Of what is there already, letter by letter; after each sign comes what ended there.
INSERT OR IGNORE INTO practice_word (ws, word, practice)
WITH RECURSIVE walk (ws, id, rest, word, ended) AS (
  SELECT ws, id, search_key || ' ', '', '' FROM practice
  UNION ALL
  SELECT ws, id, substr(rest, 2),
    CASE WHEN rest GLOB '[a-z0-9]*' OR (unicode(rest) >= 192 AND unicode(rest) NOT BETWEEN 8192 AND 8319)
      THEN word || substr(rest, 1, 1) ELSE '' END,
    CASE WHEN rest GLOB '[a-z0-9]*' OR (unicode(rest) >= 192 AND unicode(rest) NOT BETWEEN 8192 AND 8319)
      THEN '' ELSE word END
  FROM walk WHERE rest <> ''
)
SELECT ws, CAST(ended AS BLOB), id FROM walk WHERE ended <> '';
UPDATE practice SET search_key = COALESCE((SELECT group_concat(' ' || CAST(w.word AS TEXT), '') FROM practice_word w
  WHERE w.ws = practice.ws AND w.practice = practice.id), '');
