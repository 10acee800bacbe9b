#include "people/roster_store.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "people/deputy_store.h"
#include "people/line_managers.h"

namespace touchstone::people {
namespace {

using RosterPlaces = std::map<Uuid, std::size_t>;  // where somebody stands in the roster

RosterPlaces add_roster_people(sql::Read& read, const Keeper& keeper, Roster& roster) {
  RosterPlaces places;
  for (auto& person : persons(read, keeper.workspace)) {
    places.emplace(person.id.value, roster.people.size());
    roster.people.push_back({.person = std::move(person)});
  }
  return places;
}

void add_roster_teams(sql::Read& read, const Keeper& keeper, const RosterPlaces& places,
                      Roster& roster) {
  const auto day = to_iso(keeper.on);
  for (const auto& row :
       read.rows("SELECT person, team FROM person_team WHERE ws = ? AND since <= ? "
                 "AND (until IS NULL OR until >= ?) ORDER BY since, team",
                 keeper.workspace, day, day))
    roster.people.at(places.at(row.get<Uuid>(0))).teams.push_back(row.get<Id<Team>>(1));
}

void add_roster_roles(sql::Read& read, const Keeper& keeper, const RosterPlaces& places,
                      Roster& roster) {
  const auto day = to_iso(keeper.on);
  for (const auto& row :
       read.rows("SELECT person, role, team FROM role_grant WHERE ws = ? AND since <= ? "
                 "AND (until IS NULL OR until >= ?) ORDER BY role, team",
                 keeper.workspace, day, day))
    if (const auto role = role_from_text(row.text(1)))
      roster.people.at(places.at(row.get<Uuid>(0))).roles.push_back({*role, row.get<Id<Team>>(2)});
}

LineManagers all_line_managers(sql::Read& read, const Uuid& workspace) {
  LineManagers managers;
  for (const auto& row :
       read.rows("SELECT person, manager FROM line_manager WHERE ws = ?", workspace))
    managers.emplace(row.get<Uuid>(0), row.get<Uuid>(1));
  return managers;
}

std::map<Uuid, std::vector<RoleGrant>> lent_roles(sql::Read& read, const Keeper& keeper) {
  std::map<Uuid, std::vector<RoleGrant>> lent;
  for (const auto& each : roles_lent(read, keeper.workspace, keeper.on))
    lent[each.to.value].push_back(each.role);
  return lent;
}

}  // namespace

Roster roster(sql::Read& read, const Keeper& keeper) {
  Roster roster;
  const auto places = add_roster_people(read, keeper, roster);
  add_roster_teams(read, keeper, places, roster);
  add_roster_roles(read, keeper, places, roster);
  for (const auto& [person, manager] : all_line_managers(read, keeper.workspace.value))
    roster.people.at(places.at(person)).manager = Id<Person>{manager};
  roster.teams = teams(read, keeper.workspace);
  for (const auto& team : kept_teams(read, keeper)) roster.kept.push_back(team.id);
  const bool everybody = keeps_everybody(read, keeper);
  auto lent = lent_roles(read, keeper);
  for (auto& entry : roster.people) {
    entry.kept = everybody || std::ranges::any_of(entry.teams, [&](const Id<Team>& team) {
                   return std::ranges::find(roster.kept, team) != roster.kept.end();
                 });
    auto& roles = lent[entry.person.id.value];
    std::ranges::copy(entry.roles, std::back_inserter(roles));
    entry.wholly = everybody || is_within(roster.kept, entry.teams, roles);
  }
  return roster;
}

void many_added(sql::Write& write) {
  write.count_anew("ANALYZE person");
}

bool set_line_managers(sql::Write& write,
                       const std::vector<std::pair<Id<Person>, Id<Person>>>& pairs) {
  const auto& workspace = write.actor().workspace;
  auto known = all_line_managers(write, workspace);
  auto managers = known;
  for (const auto& [person, manager] : pairs) managers[person.value] = manager.value;
  const auto circles = in_circles(managers);
  for (const auto& [person, manager] : pairs) {
    if (circles.contains(person.value)) return false;
    const bool first = known.insert_or_assign(person.value, manager.value).second;
    write.post(first ? "INSERT INTO line_manager (manager, ws, person) VALUES (?, ?, ?)"
                     : "UPDATE line_manager SET manager = ? WHERE ws = ? AND person = ?",
               manager, workspace, person);
    note_line_manager(write, person, manager);
  }
  return true;
}

}  // namespace touchstone::people
