-- When whoever shares a thing last read what was written about it.
ALTER TABLE share ADD COLUMN comments_read_at {time};
CREATE INDEX share_by ON share (ws, made_by, noun) WHERE withdrawn_at IS NULL;
