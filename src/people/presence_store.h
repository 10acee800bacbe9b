#pragma once
#include <string>
#include <string_view>

#include "people/account.h"
#include "people/person.h"
#include "platform/http/visitor.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Fills what the visitor is in the workspace of that address: the workspace, the person and their
// e-mail address, what they were granted, the revision, and whom to ask: the coordinator of the
// whole organisation, or its quality manager. One query. False, and nothing filled, unless the
// account is active and an active person there: a stranger does not learn even the workspace's
// name.
bool fill_presence(sql::Read& read, Id<Account> account, std::string_view slug, Moment real,
                   http::Visitor& visitor);

// Whether they were a person of the workspace of that address, whose access there is closed.
bool was_closed(sql::Read& read, Id<Account> account, std::string_view slug);

// In place of what the visitor was granted: what that person was, whom they act for.
void stand_in(sql::Read& read, Id<Person> for_person, http::Visitor& visitor);

// Whom somebody may ask outside of any workspace: the same human of the first one that names one.
// Empty when none does.
struct WhomToAsk {
  std::string name{};
  std::string email{};
};
WhomToAsk whom_to_ask(sql::Read& read, Id<Account> account);

}  // namespace touchstone::people
