#pragma once
#include "platform/json/described.h"
#include "signin/credential_store.h"
#include "signin/invitation_store.h"
#include "signin/signin.h"

namespace touchstone::signin {

// The visitor holds a link that works.
class Invitee {
 public:
  Invitee(Invitee&&) = default;
  const Invited& invited() const { return invited_; }

 private:
  friend std::expected<Invitee, http::Response> invitee(sql::Read&, const http::Request&,
                                                        http::Verb);
  explicit Invitee(Invited invited) : invited_(std::move(invited)) {}
  Invited invited_;
};
// 404, in words that say what to do, for a link that does not work.
std::expected<Invitee, http::Response> invitee(sql::Read& read, const http::Request& request,
                                               http::Verb verb);

// What came of looking at the password before the turn.
struct Acceptance {
  Complaints complaints{};
  bool has_account = false;  // as it was then
  bool failed = false;       // a try that counts: neither that of the account nor a good new one
  Checked checked{};         // of the password of the account they have
  std::string hash{};        // of the password they chose
};

http::Response show_invitation(sql::Read& read, const http::Request& request, const Invitee& who);
std::string invitation_schema(json::Components& components);
// Field `password`: that of the account with that e-mail address, where there is one; otherwise the
// one that they choose. Short of a right one, the answer does not tell which.
Acceptance check_acceptance(sql::Read& read, const http::Request& request);
http::Response come_in(sql::Write& write, const http::Request& request, const Invitee& who,
                       const Acceptance& acceptance);

}  // namespace touchstone::signin
