#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/account.h"
#include "people/person.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

bool any_account(sql::Read& read);
std::optional<Account> account(sql::Read& read, Id<Account> id);
std::optional<Account> account_by_email(sql::Read& read, std::string_view email);

// Where mail about what is their own goes: to the address of their account, which they alone
// change. Whoever keeps the staff list writes the entry's; it counts while they have no account.
std::string own_address(sql::Read& read, const Person& person);

void add(sql::Write& write, const Account& account);
// False when it was disabled already. The caller ends its sessions.
bool disable(sql::Write& write, Id<Account> account);
// Their address is theirs: a link that went there was used, or the operator says so. The caller
// sees to it that no password, session or link from before goes on.
void prove_address(sql::Write& write, Id<Account> account, Moment at);
// What they sign in with, proved at that moment. No other account may have it.
void change_email(sql::Write& write, Id<Account> account, std::string_view email, Moment proved_at);

}  // namespace touchstone::people
