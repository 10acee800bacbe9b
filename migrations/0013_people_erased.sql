-- Somebody about whom everything was erased: what others wrote of their doing keeps a place to point at.
ALTER TABLE person ADD COLUMN erased_on TEXT;

-- The staff list by name and a search in it need nothing but this index.
DROP INDEX person_by_name;
CREATE INDEX person_listed ON person (ws, sort_key, id, email_key) WHERE erased_on IS NULL;
CREATE INDEX person_closed ON person (ws, id) WHERE state = 'disabled';
