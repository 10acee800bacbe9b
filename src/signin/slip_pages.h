#pragma once
#include "signin/link_pages.h"
#include "signin/slip_store.h"

// A slip for next time: somebody who comes twice a year prints a link for themselves, which signs
// them in once. Nobody else can make one, since it opens what is private to its owner.
namespace touchstone::signin {

// The part of the account page.
Html slip_part(sql::Read& read, const http::Request& request, Id<people::Account> account,
               const Complaints& complaints);
// The note of that page.
inline constexpr std::string_view slip_taken_back = "slip-taken-back";

// POST /account/slip, field `slip_password`; a form says in `replaces` which slip its page showed,
// so that one sent again by a reload makes no second one. Shown this once, to print.
struct SlipWish {
  Complaints complaints{};
  Checked checked{};
};
SlipWish check_slip_wish(sql::Read&, const http::Request&);
http::Response make_slip_page(sql::Write&, const http::Request&, const SignedIn&, const SlipWish&);
// {"link", "until"}
std::string slip_schema(json::Components& components);
// POST /account/slip/removal
http::Response remove_slip(sql::Write&, const http::Request&, const SignedIn&);

// GET and POST /sign-in/slip/{secret}: looking changes nothing, the button signs in.
std::expected<LinkHolder, http::Response> slip_holder(sql::Read&, const http::Request&, http::Verb);
http::Response show_slip(sql::Read&, const http::Request&, const LinkHolder&);
http::Response sign_in_by_slip(sql::Write&, const http::Request&, const LinkHolder&);

}  // namespace touchstone::signin
