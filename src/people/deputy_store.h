#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/account.h"
#include "people/deputy.h"
#include "people/person_store.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Those who act for that person on `on` or later, the earliest first.
std::vector<Deputy> deputies_of(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                Date on);
// For whom that person acts on `on` or later, the earliest first; without those whose access is
// closed.
std::vector<Deputy> deputised_by(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                 Date on);
// Whatever its days, and if it was ended.
std::optional<Deputy> deputy(sql::Read& read, Id<Workspace> workspace, Id<Deputy> id);

// What a session needs to know of the deputy that its owner acts as.
struct ActingFor {
  Id<Person> person{};  // whom they act for
  std::string name{};
  std::string slug{};  // of the workspace
};
// Empty unless it is that account's, both people are active with active accounts, it was not ended,
// and the workspace's clock stands at one of its days.
std::optional<ActingFor> acting_for(sql::Read& read, Id<Workspace> workspace, Id<Deputy> id,
                                    Id<Account> account, Moment real);

// What somebody may do as a deputy on `on` or later, beside what they may do themselves: roles of
// those whose access is closed too, because it can be opened again.
std::vector<RoleGrant> roles_lent_to(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                     Date on);
// The same of everybody, one row for each person and role.
struct LentRole {
  Id<Person> to{};
  RoleGrant role{};
};
std::vector<LentRole> roles_lent(sql::Read& read, Id<Workspace> workspace, Date on);

// The actor names them. False, and nothing done, when they act for that person on one of these days
// already.
bool name_deputy(sql::Write& write, const Deputy& deputy);
// At once. Twice changes nothing.
void end_deputy(sql::Write& write, const Deputy& deputy, Moment at);
// Those of that person's who were named by somebody else who keeps no staff list of that team on
// `on`.
void end_deputies_beyond(sql::Write& write, Id<Person> for_person, Id<Team> team, Date on);

}  // namespace touchstone::people
