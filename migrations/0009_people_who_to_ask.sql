-- Whom everybody may ask is said on every page: found by the role, not by looking at all that were given.
CREATE INDEX role_grant_of_role ON role_grant (ws, role, team);
