-- The day on which the maker of a target was last written to about it.
ALTER TABLE target ADD COLUMN reminded_on TEXT;
