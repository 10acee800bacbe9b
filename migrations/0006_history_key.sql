-- Which key sealed the end of each chain. Ends that are there already were sealed with the key of their last row.
ALTER TABLE history_head ADD COLUMN key_id TEXT NOT NULL DEFAULT '';
UPDATE history_head SET key_id =
  COALESCE((SELECT h.key_id FROM history h WHERE h.ws = history_head.ws AND h.n = history_head.n), '');
