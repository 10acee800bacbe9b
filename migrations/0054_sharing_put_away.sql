-- When somebody who was asked for comments put the request away without any.
ALTER TABLE share ADD COLUMN put_away_at {time};
