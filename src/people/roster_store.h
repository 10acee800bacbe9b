#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "people/person_store.h"
#include "people/staff_list_store.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// One person of the roster, with all that the staff list knows of them on that day.
struct RosterEntry {
  Person person{};
  std::vector<Id<Team>> teams{};
  std::vector<RoleGrant> roles{};
  std::optional<Id<Person>> manager{};
  bool kept = false;    // by the keeper who asked
  bool wholly = false;  // … and nothing of theirs is outside of that keeper's part
};

// The whole staff list at once, for work on all of it.
struct Roster {
  std::vector<RosterEntry> people{};  // by name
  std::vector<Team> teams{};          // all that are open, parents before children
  std::vector<Id<Team>> kept{};       // where the keeper may put people and grant roles
};
Roster roster(sql::Read& read, const Keeper& keeper);

// After so many people were added in this turn that finding them would be slow for a while.
void many_added(sql::Write& write);

// Whom each of these people answers to from now on; all at once, so that two may change places.
// False when somebody would answer to themselves, directly or not: the turn must then be undone.
bool set_line_managers(sql::Write& write,
                       const std::vector<std::pair<Id<Person>, Id<Person>>>& pairs);

}  // namespace touchstone::people
