-- What a showing counted is kept as what changed since the one before it, so that a week in which little happens keeps
-- little: an answer that is in another part than before, with the smallest shown team that it is in and whether its person
-- was asked; without a team it is counted no more.
CREATE TABLE showing_change (
  ws {id} NOT NULL,
  showing {id} NOT NULL,
  answer {id} NOT NULL,
  team {id},
  asked {int} NOT NULL DEFAULT 0,
  PRIMARY KEY (ws, showing, answer),
  FOREIGN KEY (ws, showing) REFERENCES showing (ws, id),
  FOREIGN KEY (ws, team) REFERENCES team (ws, id)
){strict};
INSERT INTO showing_change (ws, showing, answer, team, asked)
SELECT a.ws, a.showing, a.answer, a.team, a.asked
FROM showing s
JOIN showing_answer a ON a.ws = s.ws AND a.showing = s.id
LEFT JOIN showing b ON b.ws = s.ws AND b.standard_version = s.standard_version AND b.voice = s.voice
  AND b.shown_on = (SELECT MAX(e.shown_on) FROM showing e WHERE e.ws = s.ws AND e.standard_version = s.standard_version
    AND e.voice = s.voice AND e.shown_on < s.shown_on)
LEFT JOIN showing_answer c ON c.ws = b.ws AND c.showing = b.id AND c.answer = a.answer
WHERE c.answer IS NULL OR c.team <> a.team OR c.asked <> a.asked;
INSERT INTO showing_change (ws, showing, answer, team, asked)
SELECT c.ws, s.id, c.answer, NULL, 0
FROM showing s
JOIN showing b ON b.ws = s.ws AND b.standard_version = s.standard_version AND b.voice = s.voice
  AND b.shown_on = (SELECT MAX(e.shown_on) FROM showing e WHERE e.ws = s.ws AND e.standard_version = s.standard_version
    AND e.voice = s.voice AND e.shown_on < s.shown_on)
JOIN showing_answer c ON c.ws = b.ws AND c.showing = b.id
LEFT JOIN showing_answer a ON a.ws = s.ws AND a.showing = s.id AND a.answer = c.answer
WHERE a.answer IS NULL;
DROP TABLE showing_answer;
