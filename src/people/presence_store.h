#pragma once
#include <string_view>

#include "people/account.h"
#include "platform/http/visitor.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Fills what the visitor is in the workspace of that address: the workspace, the person and their
// e-mail address, what they were granted, the revision. One query. False, and nothing filled,
// unless the account is active and an active person there: a stranger does not learn even the
// workspace's name.
bool fill_presence(sql::Read& read, Id<Account> account, std::string_view slug, Moment real,
                   http::Visitor& visitor);

}  // namespace touchstone::people
