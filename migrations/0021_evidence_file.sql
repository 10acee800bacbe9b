-- The file of a piece, and that of each version of it: what it is called; its bytes lie in the storage of files.
ALTER TABLE evidence ADD COLUMN file_hash {bytes};
ALTER TABLE evidence ADD COLUMN file_name TEXT CHECK ((file_name IS NULL) = (file_hash IS NULL));
ALTER TABLE evidence ADD COLUMN file_type TEXT CHECK ((file_type IS NULL) = (file_hash IS NULL));
ALTER TABLE evidence ADD COLUMN file_size {int} CHECK ((file_size IS NULL) = (file_hash IS NULL));
CREATE INDEX evidence_by_file ON evidence (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX evidence_with_file ON evidence (ws, file_size) WHERE file_hash IS NOT NULL;

ALTER TABLE evidence_revision ADD COLUMN file_hash {bytes};
ALTER TABLE evidence_revision ADD COLUMN file_name TEXT CHECK ((file_name IS NULL) = (file_hash IS NULL));
ALTER TABLE evidence_revision ADD COLUMN file_type TEXT CHECK ((file_type IS NULL) = (file_hash IS NULL));
ALTER TABLE evidence_revision ADD COLUMN file_size {int} CHECK ((file_size IS NULL) = (file_hash IS NULL));
CREATE INDEX evidence_revision_by_file ON evidence_revision (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX evidence_revision_with_file ON evidence_revision (ws, file_size) WHERE file_hash IS NOT NULL;
