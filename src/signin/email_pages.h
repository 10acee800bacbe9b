#pragma once
#include "platform/json/described.h"
#include "signin/link_pages.h"

// Another e-mail address for one's own account: asked for with the password, confirmed by a link
// that goes to the new address.
namespace touchstone::signin {

struct NewAddress {
  std::string email{};
  Complaints complaints{};
  Checked checked{};
};

// The part of the account page; empty where mail is not set up.
Html email_form(const http::Request& request, const Complaints& complaints);

// POST /account/email, fields `email` and `email_password`. The answer is the same for an address
// that has an account already; that one is told by mail.
NewAddress check_new_address(sql::Read&, const http::Request&);
http::Response ask_for_new_address(sql::Housekeeping&, const http::Request&, const SignedIn&,
                                   const NewAddress&);

// GET and POST /account/email/{secret}: by the link alone, on whichever device. The old address is
// told.
std::expected<LinkHolder, http::Response> address_link(sql::Read&, const http::Request&,
                                                       http::Verb);
http::Response show_address_link(sql::Read&, const http::Request&, const LinkHolder&);
http::Response change_address(sql::Write&, const http::Request&, const LinkHolder&);
// {"email", "changed"}
std::string address_schema(json::Components& components);

}  // namespace touchstone::signin
