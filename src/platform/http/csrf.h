#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.h"
#include "platform/secret.h"

namespace touchstone::http {

// What a form must carry, derived from the session's token, or without one from the form cookie's
// secret.
std::string csrf_of_session(const Digest& key, std::string_view session_token);
std::string csrf_of_form(const Digest& key, std::string_view form_secret);

// Why a POST is refused as sent from elsewhere; empty when it may go on. `public_url` is how
// browsers call this site ("https://touchstone.example"); empty: as the Host header says. A request
// with an Authorization header and without cookies needs no token: no other site can make a browser
// send that.
std::optional<std::string_view> foreign(const Request& request, std::string_view public_url);

// What a refused form held, when the browser vouches that a page of ours sent it and its sender can
// send it again; otherwise nothing.
std::optional<Fields> typed_here(const Request& request);

}  // namespace touchstone::http
