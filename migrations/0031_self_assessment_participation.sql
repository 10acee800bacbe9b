-- How many were asked to score themselves and how many of these are among those counted, said together with the figures of the
-- whole; NULL: not said then. `asked` of an answer: it is one of these.
ALTER TABLE showing ADD COLUMN asked {int};
ALTER TABLE showing ADD COLUMN finished {int};
ALTER TABLE showing_answer ADD COLUMN asked {int} NOT NULL DEFAULT 0;
