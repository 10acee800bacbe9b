#pragma once
#include "platform/json/described.h"
#include "signin/account_link_store.h"
#include "signin/credential_store.h"
#include "signin/signin.h"

// Links that come by mail: for signing in without a password, and for choosing another.
namespace touchstone::signin {

// GET /sign-in/link and /sign-in/password: which address? Where mail is not set up, whom to ask.
http::Response show_link_form(sql::Read&, const http::Request&, const Anyone&);
http::Response show_forgotten_form(sql::Read&, const http::Request&, const Anyone&);
// POST of the same, field `email` (and `next`). The same answer, in the same time, for every
// address: 200 {"asked": true}; 409 where mail is not set up; 429 after five in five minutes.
http::Response send_sign_in_link(sql::Housekeeping&, const http::Request&, const Anyone&);
http::Response send_password_link(sql::Housekeeping&, const http::Request&, const Anyone&);
std::string asked_schema(json::Components& components);

// The visitor holds a link for that purpose that works.
class LinkHolder {
 public:
  LinkHolder(LinkHolder&&) = default;
  const AccountLink& link() const { return link_; }

 private:
  friend std::expected<LinkHolder, http::Response> holder_of(sql::Read&, const http::Request&,
                                                             Purpose);
  explicit LinkHolder(AccountLink link) : link_(std::move(link)) {}
  AccountLink link_;
};
// 404, in words that say what to do, for a link that does not work.
std::expected<LinkHolder, http::Response> holder_of(sql::Read& read, const http::Request& request,
                                                    Purpose purpose);
std::expected<LinkHolder, http::Response> sign_in_link(sql::Read&, const http::Request&,
                                                       http::Verb);
std::expected<LinkHolder, http::Response> password_link(sql::Read&, const http::Request&,
                                                        http::Verb);

// {"email"}: as whom the holder signs in.
http::Response holder_json(const AccountLink& link);
std::string holder_schema(json::Components& components);

// Looking changes nothing, so that a scanner of mail that opens links does not use them up.
http::Response show_sign_in_link(sql::Read&, const http::Request&, const LinkHolder&);
http::Response sign_in_by_link(sql::Housekeeping&, const http::Request&, const LinkHolder&);

struct ChosenPassword {
  Complaints complaints{};
  std::string hash{};
};
http::Response show_password_link(sql::Read&, const http::Request&, const LinkHolder&);
// Field `new_password`.
ChosenPassword check_chosen_password(sql::Read&, const http::Request&);
// All sessions end, a new one begins, the address is proved, and the person is told by mail.
http::Response choose_password(sql::Write&, const http::Request&, const LinkHolder&,
                               const ChosenPassword&);

// One address, asked for by somebody who has not signed in: what is wrong with it as typed.
std::string read_address(http::Reader& reader, Complaints& complaints);

}  // namespace touchstone::signin
