-- Whether a piece went on with another file after that version: only then does the file of the version take room of its own.
ALTER TABLE evidence_revision ADD COLUMN file_replaced {int} NOT NULL DEFAULT 0;
UPDATE evidence_revision SET file_replaced = 1 WHERE file_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evidence e
  WHERE e.ws = evidence_revision.ws AND e.id = evidence_revision.evidence AND e.file_hash = evidence_revision.file_hash);
DROP INDEX evidence_revision_with_file;
CREATE INDEX evidence_revision_replaced ON evidence_revision (ws, evidence, file_hash, file_size) WHERE file_replaced = 1;
