#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "people/account.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

bool any_account(sql::Read& read);
std::optional<Account> account(sql::Read& read, Id<Account> id);
std::optional<Account> account_by_email(sql::Read& read, std::string_view email);

void add(sql::Write& write, const Account& account);
// False when it was disabled already. The caller ends its sessions.
bool disable(sql::Write& write, Id<Account> account);
// What they sign in with. No other account may have it.
void change_email(sql::Write& write, Id<Account> account, std::string_view email);

}  // namespace touchstone::people
