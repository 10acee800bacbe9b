#include "people/staff_list_store.h"

#include <algorithm>

#include "people/email.h"
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

// The people of one page, one more than are shown, each as often as they have something to join.
const std::string people_of_a_page =
    "SELECT p.ws, p.id, p.account, p.name, p.email, p.state, p.version, p.sort_key "
    "FROM person p WHERE p.ws = ? "
    "AND (p.sort_key LIKE ? ESCAPE '!' OR p.email_key LIKE ? ESCAPE '!') "
    "AND (p.sort_key, p.id) > (?, ?) "
    "AND (? = 1 OR EXISTS (SELECT 1 FROM person_team m "
    "JOIN team_above a ON a.ws = m.ws AND a.team = m.team AND a.reaches = 1 "
    "JOIN role_grant g ON g.ws = a.ws AND g.team = a.above AND g.person = ? "
    "AND g.role = 'staff_list_keeper' AND g.since <= ? AND (g.until IS NULL OR g.until >= ?) "
    "WHERE m.ws = p.ws AND m.person = p.id AND m.since <= ? "
    "AND (m.until IS NULL OR m.until >= ?))) "
    "ORDER BY p.sort_key, p.id LIMIT 51";

const std::string with_teams =
    "SELECT q.id, q.account, q.name, q.email, q.state, q.version, q.sort_key, t.name FROM (" +
    people_of_a_page +
    ") q LEFT JOIN person_team m ON m.ws = q.ws AND m.person = q.id AND m.since <= ? "
    "AND (m.until IS NULL OR m.until >= ?) "
    "LEFT JOIN team t ON t.ws = m.ws AND t.id = m.team ORDER BY q.sort_key, q.id, t.sort_key";

const std::string with_roles =
    "SELECT q.id, g.role, g.team, t.name FROM (" + people_of_a_page +
    ") q JOIN role_grant g ON g.ws = q.ws AND g.person = q.id AND g.since <= ? "
    "AND (g.until IS NULL OR g.until >= ?) "
    "JOIN team t ON t.ws = g.ws AND t.id = g.team ORDER BY g.role, t.sort_key";

sql::Rows rows_of(sql::Read& read, const std::string& sql, const Page& page) {
  const auto& day = page.day;
  return read.rows(sql, page.keeper.workspace, page.name, page.email, page.after.sort_key,
                   page.after.person, page.everybody, page.keeper.person, day, day, day, day, day,
                   day);
}

void add_people(sql::Read& read, const Page& page, StaffListPage& list,
                std::vector<std::string>& sort_keys) {
  for (const auto& row : rows_of(read, with_teams, page)) {
    const auto id = row.get<Id<Person>>(0);
    if (list.people.empty() || list.people.back().person.id != id) {
      list.people.push_back(
          {.person = {.id = id,
                      .account = row.get<std::optional<Id<Account>>>(1),
                      .name = row.get<std::string>(2),
                      .email = row.get<std::optional<std::string>>(3).value_or(""),
                      .state = state_from_text(row.text(4)),
                      .version = row.integer(5)}});
      sort_keys.emplace_back(row.text(6));
    }
    if (!row.null(7)) list.people.back().teams.emplace_back(row.text(7));
  }
}

void add_roles(sql::Read& read, const Page& page, StaffListPage& list) {
  for (const auto& row : rows_of(read, with_roles, page)) {
    const auto role = role_from_text(row.text(1));
    const auto whose = std::ranges::find_if(list.people, [&](const ListedPerson& listed) {
      return listed.person.id == row.get<Id<Person>>(0);
    });
    if (!role || whose == list.people.end()) continue;
    whose->roles.push_back({*role, row.get<Id<Team>>(2)});
    whose->role_teams.emplace_back(row.text(3));
  }
}

}  // namespace

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
  add_people(read, page, list, sort_keys);
  add_roles(read, page, list);
  if (list.people.size() > staff_list_page_size) {
    list.people.resize(staff_list_page_size);
    list.next = ListEnd{sort_keys.at(staff_list_page_size - 1), list.people.back().person.id};
  }
  return list;
}

bool keeps_everybody(sql::Read& read, const Keeper& keeper) {
  if (keeper.at_the_machine) return true;
  const auto root = root_team(read, keeper.workspace);
  return std::ranges::any_of(roles_of(read, keeper.workspace, keeper.person, keeper.on),
                             [&](const RoleGrant& grant) {
                               return grant.role == Role::staff_list_keeper && grant.team == root;
                             });
}

bool keeps(sql::Read& read, const Keeper& keeper, Id<Person> person) {
  if (keeps_everybody(read, keeper)) return true;
  const auto teams = teams_of(read, keeper.workspace, person, keeper.on);
  const auto roles = roles_of(read, keeper.workspace, keeper.person, keeper.on);
  for (const auto& grant : roles)
    if (grant.role == Role::staff_list_keeper)
      for (const auto& team : teams)
        if (reaches(read, keeper.workspace, grant.team, team)) return true;
  return false;
}

std::vector<Team> kept_teams(sql::Read& read, const Keeper& keeper) {
  const auto roles = roles_of(read, keeper.workspace, keeper.person, keeper.on);
  auto kept = teams(read, keeper.workspace);
  if (keeper.at_the_machine) return kept;
  std::erase_if(kept, [&](const Team& team) {
    return std::ranges::none_of(roles, [&](const RoleGrant& grant) {
      return grant.role == Role::staff_list_keeper &&
             reaches(read, keeper.workspace, grant.team, team.id);
    });
  });
  return kept;
}

}  // namespace touchstone::people
