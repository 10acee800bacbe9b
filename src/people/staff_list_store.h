#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/person_store.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Whoever keeps the staff list, or a part of it: people of the teams that the role was granted on,
// and of all below, down to the next border. Who keeps the whole organisation's also keeps people
// without a team.
struct Keeper {
  Id<Workspace> workspace{};
  Id<Person> person{};
  Date on{};
  Id<Person> for_person{};      // whom they act for; empty: themselves
  bool at_the_machine = false;  // whoever runs the program itself: keeps everything

  // Whose role counts.
  Id<Person> holder() const;
  // Themselves, or whom they act for: nobody gives these two a role.
  bool is_own(Id<Person> other) const;
};

// Where a page of the list ended: what comes next begins after it.
struct ListEnd {
  std::string sort_key{};
  Id<Person> person{};
};

struct ListedPerson {
  Person person{};
  std::vector<std::string> teams{};  // names, by name
  std::vector<RoleGrant> roles{};
  std::vector<std::string> role_teams{};  // names, one for each of the roles
};

struct StaffListPage {
  std::vector<ListedPerson> people{};
  std::optional<ListEnd> next{};  // empty: this was the last page
};

inline constexpr int staff_list_page_size = 50;

// People by name, those whose name or address contains `search` (without regard to case and
// accents; empty: all), after `after`.
StaffListPage staff_list(sql::Read& read, const Keeper& keeper, std::string_view search,
                         const std::optional<ListEnd>& after);

bool keeps(sql::Read& read, const Keeper& keeper, Id<Person> person);
// Whether all their teams are the keeper's, and all that they have roles on, as a deputy too: what
// concerns them everywhere, such as how they come in, is for such a keeper.
bool keeps_wholly(sql::Read& read, const Keeper& keeper, Id<Person> person);
// The same of a person whose teams and roles, and of a keeper of a part whose teams, are at hand.
bool is_within(const std::vector<Id<Team>>& kept, const std::vector<Id<Team>>& teams,
               const std::vector<RoleGrant>& roles);
// What is said to a keeper for whom it is not.
inline constexpr std::string_view for_keepers_of_all =
    "They belong to a part of the organisation that is not yours too. Ask somebody who keeps the "
    "staff list of all of it.";
// Whether the whole organisation's list is theirs.
bool keeps_everybody(sql::Read& read, const Keeper& keeper);
// Open teams that the keeper may put people into and grant roles on, parents before children.
std::vector<Team> kept_teams(sql::Read& read, const Keeper& keeper);

}  // namespace touchstone::people
