-- Whoever judges among the leaders may have a view of their own open beside it: each has its own index.
DROP INDEX self_assessment_one_open_team;
CREATE UNIQUE INDEX self_assessment_one_open_team
  ON self_assessment (ws, subject_team, voice, made_by, standard_version)
  WHERE standing = 'own_view' AND finished_at IS NULL AND binned_at IS NULL;
