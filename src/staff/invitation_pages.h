#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "staff/keeper_proof.h"

namespace touchstone::staff {

bool may_be_invited(const people::Person& person);
// What the form of a new link says it takes the place of, so that the same form sent again makes no
// second one.
std::string replaced_by_form(sql::Read& read, const KeptPerson& who);

// Makes a link for somebody who cannot sign in yet, and shows it this once, on a slip to print;
// with `by=mail` it goes to their address instead, and nobody else sees it. Whoever has an account
// gets none: the keeper of a list is no way into somebody's account.
http::Response invite_person(sql::Write& write, const http::Request& request,
                             const KeptPerson& who);
// {"link", "until"}, or {"sent_to", "until"}
std::string invited_schema(json::Components& components);

}  // namespace touchstone::staff
