#pragma once
#include <string_view>

#include "people/account.h"
#include "platform/http/visitor.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Fills what the visitor is in the workspace of that address, when the account is an active person
// there: the workspace, the person, what they were granted, the revision. One query. For a stranger
// nothing changes, so that not even the workspace's name shows.
void fill_presence(sql::Read& read, Id<Account> account, std::string_view slug, Moment real,
                   http::Visitor& visitor);

}  // namespace touchstone::people
