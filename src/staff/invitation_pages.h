#pragma once
#include <boost/describe.hpp>
#include <string>
#include <string_view>

#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "staff/keeper_proof.h"

namespace touchstone::staff {

// A link that lets somebody in once.
struct Link {
  std::string link;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Link, (), (link, until))

bool may_be_invited(const people::Person& person);
// Why nobody can be invited like that; empty when they can.
std::string_view why_not_invited(const people::Person& person, bool by_mail);
// Makes a link for somebody who may be invited, in place of those they were given before, and sends
// it where that was asked for.
Link make_link(sql::Write& write, const http::Request& request, const people::Person& person,
               bool by_mail);
// To print and hand over.
Html slip(const http::Request& request, const people::Person& person, const Link& link);
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
