#pragma once
#include "platform/json/described.h"
#include "signin/credential_store.h"
#include "signin/signin.h"

namespace touchstone::signin {

// Somebody who signed in with a one-time password and may do nothing but replace it.
class Replacing {
 public:
  Replacing(Replacing&&) = default;
  Replacing& operator=(Replacing&&) = default;

  Id<people::Account> account() const { return account_; }

 private:
  friend std::expected<Replacing, http::Response> replacing(sql::Read&, const http::Request&,
                                                            http::Verb);
  explicit Replacing(Id<people::Account> account) : account_(account) {}
  Id<people::Account> account_;
};
std::expected<Replacing, http::Response> replacing(sql::Read&, const http::Request&, http::Verb);

// A new password, hashed before the turn, and the check of the present one where that is needed.
struct NewPassword {
  Complaints complaints{};
  Checked checked{};
  std::string hash{};
};

// What came of a password that somebody signed in typed once more for what only they may do. A
// wrong one is counted, so the answer to it must be kept (Response::keep).
enum class Confirmed : std::uint8_t { yes, no, too_often };
Confirmed confirmed(sql::Housekeeping&, const http::Request&, const Checked&);

// {"email": …, "sessions": …, "workspaces": [{"slug", "name"}],
//  "devices": [{"id", "name", "seen", "ends"}], "slip_until": …}
http::Response account_json(sql::Read&, Id<people::Account>);
std::string account_schema(json::Components& components);

// The account page, with what is wrong with what was typed into it.
http::Response account_page(sql::Read&, const http::Request&, Id<people::Account>, int status,
                            const Complaints&);
// The same as the answer to what was typed there; a wrong password stays counted.
http::Response refused_on_account(sql::Read&, const http::Request&, Id<people::Account>,
                                  const Complaints&);
// The note of that page: a link is on its way to the new address.
inline constexpr std::string_view address_asked = "address-asked";
// The account's new password. All its sessions and the links by mail end, the person is told by
// mail, and a session begins in place of the one of this request: its token.
std::string renew_password(sql::Write&, const http::Request&, const people::Account&,
                           const std::string& hash);

http::Response show_account(sql::Read&, const http::Request&, const SignedIn&);
NewPassword check_change(sql::Read&, const http::Request&);
// All other sessions end; this one goes on with a new token.
http::Response change_password(sql::Write&, const http::Request&, const SignedIn&,
                               const NewPassword&);
http::Response sign_out_everywhere(sql::Housekeeping&, const http::Request&, const SignedIn&);

http::Response show_replacement(sql::Read&, const http::Request&, const Replacing&);
NewPassword check_replacement(sql::Read&, const http::Request&);
http::Response replace_password(sql::Write&, const http::Request&, const Replacing&,
                                const NewPassword&);

}  // namespace touchstone::signin
