-- Figures of a team with a border below it counted what stands there. Each showing from now on keeps to its own side. What
-- was counted stays in showing_change: new figures are compared with it.
DELETE FROM showing_block WHERE EXISTS (SELECT 1 FROM team_above a
  WHERE a.ws = showing_block.ws AND a.above = showing_block.team AND a.reaches = 0);
DELETE FROM showing_spread WHERE EXISTS (SELECT 1 FROM team_above a
  WHERE a.ws = showing_spread.ws AND a.above = showing_spread.team AND a.reaches = 0);
DELETE FROM showing_team WHERE EXISTS (SELECT 1 FROM team_above a
  WHERE a.ws = showing_team.ws AND a.above = showing_team.team AND a.reaches = 0);
UPDATE showing SET asked = NULL, finished = NULL WHERE EXISTS (SELECT 1 FROM team_above a
  WHERE a.ws = showing.ws AND a.reaches = 0);
