-- The words of practice.search_key, to find it by how they begin; bytes, so that their order is the same everywhere.
CREATE TABLE practice_word (
  ws {id} NOT NULL,
  word {bytes} NOT NULL,
  practice {id} NOT NULL,
  PRIMARY KEY (ws, word, practice)
){strict};

-- Of what is there already.
INSERT INTO practice_word (ws, word, practice)
SELECT DISTINCT p.ws, convert_to(w.word, 'UTF8'), p.id
FROM practice p, regexp_split_to_table(p.search_key, '[^a-z0-9\u00c0-\u1fff\u2080-\uffff]+') AS w (word) WHERE w.word <> '';
UPDATE practice SET search_key = COALESCE((SELECT string_agg(' ' || convert_from(w.word, 'UTF8'), '') FROM practice_word w
  WHERE w.ws = practice.ws AND w.practice = practice.id), '');
