#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "people/account.h"
#include "people/person.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

std::optional<Workspace> workspace_by_slug(sql::Read& read, std::string_view slug);
// Throws std::logic_error when there is none.
Workspace workspace(sql::Read& read, Id<Workspace> id);
// Those in which the account is an active person, by name.
std::vector<Workspace> workspaces_of(sql::Read& read, Id<Account> account);
// Where they are on the staff list, and their access is closed.
std::vector<Workspace> workspaces_closed_to(sql::Read& read, Id<Account> account);
std::vector<Workspace> all_workspaces(sql::Read& read);

// The slug must be free: slug_taken.
bool slug_taken(sql::Read& read, std::string_view slug);
void add(sql::Write& write, const Workspace& workspace);

// A demo: from now on the clock of the actor's workspace stands on that day.
void stand_clock_on(sql::Write& write, Date day);

// The first workspace of all, its whole-organisation team, and the first person with an account, as
// staff-list keeper and quality manager. Ids are made here, but for the account's. The actor then
// belongs to that workspace.
Workspace found(sql::Write& write, Workspace workspace, Person first);

}  // namespace touchstone::people
