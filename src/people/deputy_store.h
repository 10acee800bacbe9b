#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/account.h"
#include "people/deputy.h"
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

// The actor names them. False, and nothing done, when they act for that person on one of these days
// already.
bool name_deputy(sql::Write& write, const Deputy& deputy);
// At once. Twice changes nothing.
void end_deputy(sql::Write& write, const Deputy& deputy, Moment at);

}  // namespace touchstone::people
