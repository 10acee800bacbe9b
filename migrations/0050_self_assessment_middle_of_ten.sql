-- Where the middle stands was shown of groups of five to nine. Each showing from now on says it of ten or more.
DELETE FROM showing_spread;
UPDATE showing_team SET middle = NULL;
