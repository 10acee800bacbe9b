-- Three tables of the beginning that nothing ever wrote: things in the bin say so in their own rows, settings are options of
-- the program, and no request carries a key of its own yet.
DROP TABLE idempotency;
DROP TABLE binned;
DROP TABLE setting;
