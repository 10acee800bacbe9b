#include "people/team_store.h"

#include <map>
#include <stdexcept>

#include "platform/json/described.h"
#include "platform/text.h"

namespace touchstone::people {

namespace {

Team read_team(const sql::Row& row) {
  Team team{.id = row.get<Id<Team>>(0),
            .parent = row.get<std::optional<Id<Team>>>(1),
            .kind = row.get<std::string>(2),
            .name = row.get<std::string>(3),
            .position = row.integer(4),
            .border = row.get<bool>(5)};
  if (!row.null(6)) team.closed_on = date_from_iso(row.text(6));
  return team;
}

void add_above(sql::Write& write, const Team& team) {
  const auto& workspace = write.actor().workspace;
  write.execute(
      "INSERT INTO team_above (ws, team, above, distance, reaches) VALUES (?, ?, ?, 0, 1)",
      workspace, team.id, team.id);
  if (!team.parent) return;
  write.execute(
      "INSERT INTO team_above (ws, team, above, distance, reaches) "
      "SELECT ws, ?, above, distance + 1, reaches * ? FROM team_above WHERE ws = ? AND team = ?",
      team.id, team.border ? 0 : 1, workspace, *team.parent);
}

}  // namespace

std::vector<Team> teams(sql::Read& read, Id<Workspace> workspace) {
  std::vector<Team> found;
  for (const auto& row : read.rows(
           "SELECT t.id, t.parent, t.kind, t.name, t.position, t.border, t.closed_on FROM team t "
           "WHERE t.ws = ? AND t.closed_on IS NULL "
           "ORDER BY (SELECT max(a.distance) FROM team_above a WHERE a.ws = t.ws AND a.team = "
           "t.id), "
           "t.position, t.sort_key, t.id",
           workspace))
    found.push_back(read_team(row));
  return found;
}

std::optional<Team> team(sql::Read& read, Id<Workspace> workspace, Id<Team> id) {
  for (const auto& row :
       read.rows("SELECT id, parent, kind, name, position, border, closed_on FROM team "
                 "WHERE ws = ? AND id = ?",
                 workspace, id))
    return read_team(row);
  return std::nullopt;
}

Id<Team> root_team(sql::Read& read, Id<Workspace> workspace) {
  for (const auto& row :
       read.rows("SELECT id FROM team WHERE ws = ? AND parent IS NULL", workspace))
    return row.get<Id<Team>>(0);
  throw std::logic_error("a workspace without teams");
}

bool reaches(sql::Read& read, Id<Workspace> workspace, Id<Team> granted, Id<Team> team) {
  for (const auto& row :
       read.rows("SELECT reaches FROM team_above WHERE ws = ? AND team = ? AND above = ?",
                 workspace, team, granted))
    return row.get<bool>(0);
  return false;
}

std::map<Uuid, Id<Team>> wholes(sql::Read& read, Id<Workspace> workspace) {
  std::map<Uuid, Id<Team>> found;
  for (const auto& row :
       read.rows("SELECT team, above FROM team_above WHERE ws = ? AND reaches = 1 "
                 "ORDER BY distance DESC",
                 workspace))
    found.emplace(row.uuid(0), row.get<Id<Team>>(1));
  return found;
}

void add_team_kind(sql::Write& write, std::string_view key, std::string_view name) {
  const auto& workspace = write.actor().workspace;
  write.execute("INSERT INTO team_kind (ws, key, name) VALUES (?, ?, ?)", workspace, key, name);
  write.record({"team_kind", workspace, "added",
                json::text_of(std::map<std::string, std::string>{{"key", std::string(key)},
                                                                 {"name", std::string(name)}})});
}

void add(sql::Write& write, const Team& team) {
  write.execute(
      "INSERT INTO team (ws, id, parent, kind, name, sort_key, position, border) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      write.actor().workspace, team.id, team.parent, team.kind, team.name, sort_key(team.name),
      team.position, team.border);
  add_above(write, team);
  write.record({"team", team.id.value, "added",
                json::text_of(
                    std::map<std::string, std::string>{{"name", team.name}, {"kind", team.kind}})});
}

std::vector<TeamKind> team_kinds(sql::Read& read, Id<Workspace> workspace) {
  std::vector<TeamKind> found;
  for (const auto& row :
       read.rows("SELECT key, name FROM team_kind WHERE ws = ? ORDER BY name, key", workspace))
    found.push_back({row.get<std::string>(0), row.get<std::string>(1)});
  return found;
}

std::int64_t members(sql::Read& read, Id<Workspace> workspace, Id<Team> team, Date on) {
  const auto day = to_iso(on);
  for (const auto& row :
       read.rows("SELECT count(DISTINCT m.person) FROM person_team m "
                 "JOIN person p ON p.ws = m.ws AND p.id = m.person AND p.state = 'active' "
                 "WHERE m.ws = ? AND m.team = ? AND m.since <= ? "
                 "AND (m.until IS NULL OR m.until >= ?)",
                 workspace, team, day, day))
    return row.integer(0);
  return 0;
}

std::map<Uuid, std::int64_t> members_of_each(sql::Read& read, Id<Workspace> workspace, Date on) {
  std::map<Uuid, std::int64_t> found;
  const auto day = to_iso(on);
  for (const auto& row :
       read.rows("SELECT m.team, count(DISTINCT m.person) FROM person_team m "
                 "JOIN person p ON p.ws = m.ws AND p.id = m.person AND p.state = 'active' "
                 "WHERE m.ws = ? AND m.since <= ? AND (m.until IS NULL OR m.until >= ?) "
                 "GROUP BY m.team",
                 workspace, day, day))
    found.emplace(row.uuid(0), row.integer(1));
  return found;
}

void rename(sql::Write& write, Id<Team> team, std::string_view name) {
  write.execute("UPDATE team SET name = ?, sort_key = ? WHERE ws = ? AND id = ?", name,
                sort_key(name), write.actor().workspace, team);
  write.record({"team", team.value, "renamed",
                json::text_of(std::map<std::string, std::string>{{"name", std::string(name)}})});
}

KeepsOpen what_keeps_open(sql::Read& read, Id<Workspace> workspace, Id<Team> team, Date on) {
  KeepsOpen keeps;
  const auto names = [](sql::Rows rows, std::vector<std::string>& into) {
    for (const auto& row : rows) into.push_back(row.get<std::string>(0));
  };
  names(read.rows("SELECT name FROM team WHERE ws = ? AND parent = ? AND closed_on IS NULL "
                  "ORDER BY sort_key, id",
                  workspace, team),
        keeps.teams);
  names(read.rows("SELECT DISTINCT p.name, p.sort_key, p.id FROM person_team m "
                  "JOIN person p ON p.ws = m.ws AND p.id = m.person "
                  "WHERE m.ws = ? AND m.team = ? AND (m.until IS NULL OR m.until >= ?) "
                  "ORDER BY p.sort_key, p.id",
                  workspace, team, to_iso(on)),
        keeps.people);
  names(read.rows("SELECT DISTINCT p.name, p.sort_key, p.id FROM role_grant g "
                  "JOIN person p ON p.ws = g.ws AND p.id = g.person "
                  "WHERE g.ws = ? AND g.team = ? ORDER BY p.sort_key, p.id",
                  workspace, team),
        keeps.holders);
  return keeps;
}

bool close(sql::Write& write, Id<Team> team, Date on) {
  const Id<Workspace> workspace{write.actor().workspace};
  const auto day = to_iso(on);
  for (const auto& row :
       write.rows("SELECT 1 FROM team WHERE ws = ? AND id = ? AND parent IS NULL "
                  "UNION ALL SELECT 1 FROM team WHERE ws = ? AND parent = ? AND closed_on IS NULL "
                  "UNION ALL SELECT 1 FROM person_team WHERE ws = ? AND team = ? "
                  "AND (until IS NULL OR until >= ?) "
                  "UNION ALL SELECT 1 FROM role_grant WHERE ws = ? AND team = ?",
                  workspace, team, workspace, team, workspace, team, day, workspace, team))
    if (!row.null(0)) return false;
  write.execute("UPDATE team SET closed_on = ? WHERE ws = ? AND id = ?", day, workspace, team);
  write.record({"team", team.value, "closed",
                json::text_of(std::map<std::string, std::string>{{"on", day}})});
  return true;
}

}  // namespace touchstone::people
