#pragma once
#include <string_view>

#include "people/account.h"
#include "platform/http/visitor.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Fills what the visitor is in the workspace of that address: the workspace itself, the person when
// the account is an active one there, what they were granted, and the revision. One query. Without
// such a workspace nothing changes.
void fill_presence(sql::Read& read, Id<Account> account, std::string_view slug, Moment real,
                   http::Visitor& visitor);

}  // namespace touchstone::people
