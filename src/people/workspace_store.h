#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "people/account.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

std::optional<Workspace> workspace_by_slug(sql::Read& read, std::string_view slug);
// Those in which the account is an active person, by name.
std::vector<Workspace> workspaces_of(sql::Read& read, Id<Account> account);
std::vector<Workspace> all_workspaces(sql::Read& read);

// The slug must be free: slug_taken.
bool slug_taken(sql::Read& read, std::string_view slug);
void add(sql::Write& write, const Workspace& workspace);

}  // namespace touchstone::people
