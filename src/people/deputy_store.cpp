#include "people/deputy_store.h"

#include <algorithm>
#include <map>

#include "people/staff_list_store.h"
#include "platform/json/described.h"

namespace touchstone::people {
namespace {

Deputy deputy_from(const sql::Row& row) {
  return {.id = row.get<Id<Deputy>>(0),
          .person = row.get<Id<Person>>(1),
          .name = row.get<std::string>(2),
          .for_person = row.get<Id<Person>>(3),
          .for_name = row.get<std::string>(4),
          .since = date_from_iso(row.text(5)).value(),
          .until = date_from_iso(row.text(6)).value()};
}

std::vector<Deputy> all_of(sql::Rows rows) {
  std::vector<Deputy> found;
  for (const auto& row : rows) found.push_back(deputy_from(row));
  return found;
}

void record(sql::Write& write, const Deputy& deputy, std::string_view verb) {
  write.record(
      {"person", deputy.for_person.value, verb,
       json::text_of(std::map<std::string, std::string>{{"deputy", to_text(deputy.person)},
                                                        {"since", to_iso(deputy.since)},
                                                        {"until", to_iso(deputy.until)}})});
}

}  // namespace

std::vector<Deputy> deputies_of(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                Date on) {
  return all_of(
      read.rows("SELECT d.id, d.person, p.name, d.for_person, q.name, d.since, d.until "
                "FROM deputy d JOIN person p ON p.ws = d.ws AND p.id = d.person "
                "JOIN person q ON q.ws = d.ws AND q.id = d.for_person "
                "WHERE d.ws = ? AND d.for_person = ? AND d.until >= ? AND d.ended_at IS NULL "
                "ORDER BY d.since, d.id",
                workspace, person, to_iso(on)));
}

std::vector<Deputy> deputised_by(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                 Date on) {
  return all_of(
      read.rows("SELECT d.id, d.person, p.name, d.for_person, q.name, d.since, d.until "
                "FROM deputy d JOIN person p ON p.ws = d.ws AND p.id = d.person "
                "JOIN person q ON q.ws = d.ws AND q.id = d.for_person AND q.state = 'active' "
                "WHERE d.ws = ? AND d.person = ? AND d.until >= ? AND d.ended_at IS NULL "
                "ORDER BY d.since, d.id",
                workspace, person, to_iso(on)));
}

std::optional<Deputy> deputy(sql::Read& read, Id<Workspace> workspace, Id<Deputy> id) {
  for (const auto& row :
       read.rows("SELECT d.id, d.person, p.name, d.for_person, q.name, d.since, d.until "
                 "FROM deputy d JOIN person p ON p.ws = d.ws AND p.id = d.person "
                 "JOIN person q ON q.ws = d.ws AND q.id = d.for_person "
                 "WHERE d.ws = ? AND d.id = ?",
                 workspace, id))
    return deputy_from(row);
  return std::nullopt;
}

std::optional<ActingFor> acting_for(sql::Read& read, Id<Workspace> workspace, Id<Deputy> id,
                                    Id<Account> account, Moment real) {
  for (const auto& row :
       read.rows("SELECT d.for_person, q.name, w.slug, w.zone, w.clock_stands_on, d.since, d.until "
                 "FROM deputy d JOIN workspace w ON w.id = d.ws "
                 "JOIN person p ON p.ws = d.ws AND p.id = d.person AND p.account = ? "
                 "AND p.state = 'active' "
                 "JOIN person q ON q.ws = d.ws AND q.id = d.for_person AND q.state = 'active' "
                 "LEFT JOIN account a ON a.id = q.account "
                 "WHERE d.ws = ? AND d.id = ? AND d.ended_at IS NULL "
                 "AND coalesce(a.state, 'active') = 'active'",
                 account, workspace, id)) {
    Workspace where{.zone = row.get<std::string>(3)};
    if (!row.null(4)) where.clock_stands_on = date_from_iso(row.text(4));
    const auto day = to_iso(today(where, real));
    if (day < row.text(5) || row.text(6) < day) return std::nullopt;
    return ActingFor{row.get<Id<Person>>(0), row.get<std::string>(1), row.get<std::string>(2)};
  }
  return std::nullopt;
}

std::vector<RoleGrant> roles_lent_to(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                     Date on) {
  const auto day = to_iso(on);
  std::vector<RoleGrant> found;
  for (const auto& row :
       read.rows("SELECT g.role, g.team FROM deputy d "
                 "JOIN role_grant g ON g.ws = d.ws AND g.person = d.for_person "
                 "WHERE d.ws = ? AND d.person = ? AND d.until >= ? AND d.ended_at IS NULL "
                 "AND (g.until IS NULL OR g.until >= ?)",
                 workspace, person, day, day))
    if (const auto role = role_from_text(row.text(0)))
      found.push_back({*role, row.get<Id<Team>>(1)});
  return found;
}

std::vector<LentRole> roles_lent(sql::Read& read, Id<Workspace> workspace, Date on) {
  const auto day = to_iso(on);
  std::vector<LentRole> found;
  for (const auto& row : read.rows("SELECT d.person, g.role, g.team FROM deputy d "
                                   "JOIN role_grant g ON g.ws = d.ws AND g.person = d.for_person "
                                   "WHERE d.ws = ? AND d.until >= ? AND d.ended_at IS NULL "
                                   "AND (g.until IS NULL OR g.until >= ?)",
                                   workspace, day, day))
    if (const auto role = role_from_text(row.text(1)))
      found.push_back({row.get<Id<Person>>(0), {*role, row.get<Id<Team>>(2)}});
  return found;
}

bool name_deputy(sql::Write& write, const Deputy& deputy) {
  const Id<Workspace> workspace{write.actor().workspace};
  for (const auto& each : deputies_of(write, workspace, deputy.for_person, deputy.since))
    if (each.person == deputy.person && each.since <= deputy.until) return false;
  write.execute(
      "INSERT INTO deputy (ws, id, person, for_person, since, until, named_by) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      workspace, deputy.id, deputy.person, deputy.for_person, to_iso(deputy.since),
      to_iso(deputy.until), write.actor().person);
  record(write, deputy, "deputy_named");
  return true;
}

void end_deputy(sql::Write& write, const Deputy& deputy, Moment at) {
  if (write.execute("UPDATE deputy SET ended_at = ? WHERE ws = ? AND id = ? AND ended_at IS NULL",
                    at, write.actor().workspace, deputy.id) > 0)
    record(write, deputy, "deputy_ended");
}

void end_deputies_beyond(sql::Write& write, Id<Person> for_person, Id<Team> team, Date on) {
  const Id<Workspace> workspace{write.actor().workspace};
  std::map<Uuid, Id<Person>> named_by;
  for (const auto& row :
       write.rows("SELECT id, named_by FROM deputy WHERE ws = ? AND for_person = ? "
                  "AND named_by <> ? AND until >= ? AND ended_at IS NULL",
                  workspace, for_person, for_person, to_iso(on)))
    named_by.emplace(row.get<Uuid>(0), row.get<Id<Person>>(1));
  for (const auto& each : deputies_of(write, workspace, for_person, on)) {
    const auto by = named_by.find(each.id.value);
    if (by == named_by.end()) continue;
    const auto kept = kept_teams(write, {.workspace = workspace, .person = by->second, .on = on});
    if (std::ranges::find(kept, team, &Team::id) == kept.end()) end_deputy(write, each, now());
  }
}

}  // namespace touchstone::people
