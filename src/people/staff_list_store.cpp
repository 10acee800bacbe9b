#include "people/staff_list_store.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "people/deputy_store.h"
#include "people/email.h"
#include "people/personal_store.h"
#include "platform/text.h"

namespace touchstone::people {
namespace {

// "50%_a" as a pattern that looks for just these characters anywhere.
std::string anywhere(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

struct Page {
  Keeper keeper;
  bool everybody;
  std::string name;
  std::string email;
  ListEnd after;
  std::string day;
};

// The people of one page, one more than are shown; then their teams, then their roles.
const std::string page_of_the_list =
    "WITH q AS MATERIALIZED ("
    "SELECT p.ws, p.id, p.account, p.name, p.email, p.state, p.version, p.sort_key "
    "FROM person p WHERE p.ws = ? AND p.erased_on IS NULL "
    "AND (p.sort_key LIKE ? ESCAPE '!' OR p.email_key LIKE ? ESCAPE '!') "
    "AND (p.sort_key, p.id) > (?, ?) "
    "AND (? = 1 OR p.id IN (SELECT m.person FROM role_grant g "
    "JOIN team_above a ON a.ws = g.ws AND a.above = g.team AND a.reaches = 1 "
    "JOIN person_team m ON m.ws = a.ws AND m.team = a.team AND m.since <= ? "
    "AND (m.until IS NULL OR m.until >= ?) "
    "WHERE g.ws = ? AND g.person = ? AND g.role = 'staff_list_keeper' AND g.since <= ? "
    "AND (g.until IS NULL OR g.until >= ?))) "
    "ORDER BY p.sort_key, p.id LIMIT 51) "
    "SELECT q.sort_key, q.id, 0 AS kind, '' AS place, q.name, q.email, q.account, q.state, "
    "q.version, q.id AS team, '' AS role FROM q "
    "UNION ALL SELECT q.sort_key, q.id, 1, t.sort_key, t.name, NULL, NULL, '', 0, t.id, '' FROM q "
    "JOIN person_team m ON m.ws = q.ws AND m.person = q.id AND m.since <= ? "
    "AND (m.until IS NULL OR m.until >= ?) JOIN team t ON t.ws = m.ws AND t.id = m.team "
    "UNION ALL SELECT q.sort_key, q.id, 2, g.role || ' ' || t.sort_key, t.name, NULL, NULL, '', 0, "
    "t.id, g.role FROM q "
    "JOIN role_grant g ON g.ws = q.ws AND g.person = q.id AND g.since <= ? "
    "AND (g.until IS NULL OR g.until >= ?) JOIN team t ON t.ws = g.ws AND t.id = g.team "
    "ORDER BY 1, 2, 3, 4";

sql::Rows rows_of(sql::Read& read, const Page& page) {
  const auto& day = page.day;
  const auto& ws = page.keeper.workspace;
  return read.rows(page_of_the_list, ws, page.name, page.email, page.after.sort_key,
                   page.after.person, page.everybody, day, day, ws, page.keeper.holder(), day, day,
                   day, day, day, day);
}

ListedPerson listed_from(const sql::Row& row) {
  return {.person = {.id = row.get<Id<Person>>(1),
                     .account = row.get<std::optional<Id<Account>>>(6),
                     .name = row.get<std::string>(4),
                     .email = row.get<std::optional<std::string>>(5).value_or(""),
                     .state = state_from_text(row.text(7)),
                     .version = row.integer(8)}};
}

void add_row(const sql::Row& row, StaffListPage& list, std::vector<std::string>& sort_keys) {
  constexpr int is_person = 0;
  constexpr int is_team = 1;
  const auto kind = row.integer(2);
  if (kind == is_person) {
    list.people.push_back(listed_from(row));
    sort_keys.emplace_back(row.text(0));
  } else if (kind == is_team) {
    list.people.back().teams.emplace_back(row.text(4));
  } else if (const auto role = role_from_text(row.text(10))) {
    list.people.back().roles.push_back({*role, row.get<Id<Team>>(9)});
    list.people.back().role_teams.emplace_back(row.text(4));
  }
}

}  // namespace

Id<Person> Keeper::holder() const {
  return for_person.value.empty() ? person : for_person;
}

bool Keeper::is_own(Id<Person> other) const {
  return other == person || other == holder();
}

StaffListPage staff_list(sql::Read& read, const Keeper& keeper, std::string_view search,
                         const std::optional<ListEnd>& after) {
  const Page page{.keeper = keeper,
                  .everybody = keeps_everybody(read, keeper),
                  .name = anywhere(sort_key(search)),
                  .email = anywhere(email_key(search)),
                  .after = after.value_or(ListEnd{}),
                  .day = to_iso(keeper.on)};
  StaffListPage list;
  std::vector<std::string> sort_keys;
  for (const auto& row : rows_of(read, page)) add_row(row, list, sort_keys);
  if (list.people.size() > staff_list_page_size) {
    list.people.resize(staff_list_page_size);
    list.next = ListEnd{sort_keys.at(staff_list_page_size - 1), list.people.back().person.id};
  }
  return list;
}

bool keeps_everybody(sql::Read& read, const Keeper& keeper) {
  if (keeper.at_the_machine) return true;
  const auto root = root_team(read, keeper.workspace);
  return std::ranges::any_of(roles_of(read, keeper.workspace, keeper.holder(), keeper.on),
                             [&](const RoleGrant& grant) {
                               return grant.role == Role::staff_list_keeper && grant.team == root;
                             });
}

bool keeps(sql::Read& read, const Keeper& keeper, Id<Person> person) {
  if (is_erased(read, keeper.workspace, person)) return false;
  if (keeps_everybody(read, keeper)) return true;
  const auto teams = teams_of(read, keeper.workspace, person, keeper.on);
  const auto roles = roles_of(read, keeper.workspace, keeper.holder(), keeper.on);
  for (const auto& grant : roles)
    if (grant.role == Role::staff_list_keeper)
      for (const auto& team : teams)
        if (reaches(read, keeper.workspace, grant.team, team)) return true;
  return false;
}

bool keeps_wholly(sql::Read& read, const Keeper& keeper, Id<Person> person) {
  if (is_erased(read, keeper.workspace, person)) return false;
  if (keeps_everybody(read, keeper)) return true;
  std::vector<Id<Team>> kept;
  for (const auto& team : kept_teams(read, keeper)) kept.push_back(team.id);
  auto roles = roles_of(read, keeper.workspace, person, keeper.on);
  std::ranges::copy(roles_lent_to(read, keeper.workspace, person, keeper.on),
                    std::back_inserter(roles));
  return is_within(kept, teams_of(read, keeper.workspace, person, keeper.on), roles);
}

bool is_within(const std::vector<Id<Team>>& kept, const std::vector<Id<Team>>& teams,
               const std::vector<RoleGrant>& roles) {
  const auto is_kept = [&](Id<Team> team) { return std::ranges::find(kept, team) != kept.end(); };
  return !teams.empty() && std::ranges::all_of(teams, is_kept) &&
         std::ranges::all_of(roles, is_kept, &RoleGrant::team);
}

std::vector<Team> kept_teams(sql::Read& read, const Keeper& keeper) {
  auto kept = teams(read, keeper.workspace);
  if (keeper.at_the_machine) return kept;
  std::set<Uuid> reached;
  const auto day = to_iso(keeper.on);
  for (const auto& row : read.rows(
           "SELECT a.team FROM role_grant g "
           "JOIN team_above a ON a.ws = g.ws AND a.above = g.team AND a.reaches = 1 "
           "WHERE g.ws = ? AND g.person = ? AND g.role = 'staff_list_keeper' AND g.since <= ? "
           "AND (g.until IS NULL OR g.until >= ?)",
           keeper.workspace, keeper.holder(), day, day))
    reached.insert(row.uuid(0));
  std::erase_if(kept, [&](const Team& team) { return !reached.contains(team.id.value); });
  return kept;
}

}  // namespace touchstone::people
