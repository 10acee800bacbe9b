#pragma once
#include "platform/http/cookies.h"
#include "platform/http/fields.h"
#include "platform/http/response.h"
#include "signin/signin.h"

// A form that came after its sender had been signed out. The sign-in page carries what was typed,
// and the page after it sends that with one button to where it was meant for. Without scripting,
// and never with a password in it.
namespace touchstone::signin {

struct KeptForm {
  std::string to{};  // the form's address, as sent; empty: nothing is kept
  http::Fields typed{};
};

// As http::sign_in_first hands it over, and as the sign-in form carries it. Empty when its address
// is none of ours.
KeptForm kept_of(const http::Request& request);
KeptForm kept_in(const http::Fields& fields);

Html carried(const KeptForm& kept);
// Whether files came with it, which are not kept.
bool misses_files(const KeptForm& kept);
// The page after signing in: `next` is the page that the form stood on. `csrf` is the new
// session's.
http::Response offer_to_send(const http::Request& request, const KeptForm& kept,
                             std::string_view csrf, std::string_view next);

}  // namespace touchstone::signin
