-- What an item was when it was decided about, and since when it had waited: what is taken apart is that again, and an old agenda
-- tells what waited then. Of what was decided before, as far as it can be told: what was sent back and decided about again had been sent again.
ALTER TABLE practice_decision ADD COLUMN state_before TEXT NOT NULL DEFAULT 'waiting'
  CHECK (state_before IN ('waiting', 'returned', 'valid', 'not_good_practice', 'merged'));
ALTER TABLE practice_decision ADD COLUMN waited_since TEXT NOT NULL DEFAULT '';
UPDATE practice_decision SET state_before = COALESCE((SELECT CASE b.kind WHEN 'agree' THEN 'valid'
  WHEN 'not_good_practice' THEN 'not_good_practice'
  ELSE CASE WHEN practice_decision.kind <> 'merge' OR b.made_on < (SELECT p.waiting_since FROM practice p WHERE p.ws = b.ws AND p.id = b.practice) THEN 'waiting' ELSE 'returned' END END
  FROM practice_decision b WHERE b.ws = practice_decision.ws AND b.practice = practice_decision.practice AND b.undone_at IS NULL AND b.kind <> 'merge'
  AND (b.at < practice_decision.at OR (b.at = practice_decision.at AND b.id < practice_decision.id)) ORDER BY b.at DESC, b.id DESC LIMIT 1), 'waiting');
UPDATE practice_decision SET waited_since = (SELECT CASE WHEN p.waiting_since < practice_decision.made_on THEN p.waiting_since
  ELSE practice_decision.made_on END FROM practice p WHERE p.ws = practice_decision.ws AND p.id = practice_decision.practice);
CREATE INDEX practice_decision_on ON practice_decision (ws, made_on);
CREATE INDEX practice_impact_in ON practice_impact (ws, meeting) WHERE meeting IS NOT NULL;
