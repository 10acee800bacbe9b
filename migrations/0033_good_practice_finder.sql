-- What somebody recorded, the newest first, without sorting all of it.
DROP INDEX practice_finder;
CREATE INDEX practice_finder ON practice (ws, finder, id);
