-- Forms that begin something, as they were answered: one that comes again within half a minute is the same one, pressed twice.
-- `sender`: digest of the session. `digest`: of the address and all that was typed. `deed`: what the next page tells, sealed for the session.
CREATE TABLE sent_form (
  sender {bytes} NOT NULL,
  digest {bytes} NOT NULL,
  location TEXT NOT NULL,
  deed TEXT NOT NULL,
  at {time} NOT NULL,
  PRIMARY KEY (sender, digest)
){strict};
CREATE INDEX sent_form_at ON sent_form (at);
