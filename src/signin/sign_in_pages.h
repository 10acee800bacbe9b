#pragma once
#include "platform/json/described.h"
#include "signin/credential_store.h"
#include "signin/kept_form.h"
#include "signin/signin.h"

namespace touchstone::signin {

// The note for the sign-in page of somebody whose access was closed, and what it says then.
inline constexpr std::string_view access_closed = "access-closed";
inline constexpr std::string_view access_closed_sentence =
    "Your access to this organisation was closed. If that is a mistake, ask the person who keeps "
    "its "
    "staff list.";

// What was typed into the sign-in page, checked before the turn.
struct Attempt {
  std::string email{};
  std::string next{};  // where to go then
  KeptForm kept{};     // what was typed before signing in
  Complaints complaints{};
  Checked checked{};
};

http::Response show_sign_in(sql::Read&, const http::Request&, const Anyone&);
// {"signed_in", "csrf"}, of signing out too.
std::string sign_in_schema(json::Components& components);
// POST /sign-in/kept: the sign-in page, with the form that its sender was too late for.
http::Response show_sign_in_with_form(sql::Housekeeping&, const http::Request&, const Anyone&);
Attempt check_attempt(sql::Read&, const http::Request&);
http::Response sign_in(sql::Housekeeping&, const http::Request&, const Anyone&, const Attempt&);
// When nothing can be written: a session in memory, for looking only.
http::Response sign_in_to_look(sql::Read&, const http::Request&, const Attempt&);
http::Response sign_out(sql::Housekeeping&, const http::Request&, const Anyone&);
// While nothing can be written: this process takes the session for ended until it is.
http::Response sign_out_in_memory(sql::Read&, const http::Request&);

// GET /: to the only organisation one belongs to, or which one?
http::Response choose_workspace(sql::Read&, const http::Request&, const SignedIn&);

}  // namespace touchstone::signin
