-- When an account showed that its address is its owner's; NULL: never, or before this was noted.
ALTER TABLE account ADD COLUMN proved_at {time};
-- The digest of the address that the link went to by mail; NULL: it was handed over.
ALTER TABLE invitation ADD COLUMN mailed_to {bytes};
