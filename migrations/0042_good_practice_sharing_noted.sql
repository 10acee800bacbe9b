-- Which items came onto the list in a month is asked by when their sharing was noted.
CREATE INDEX practice_sharing_noted ON practice_sharing (ws, at);
