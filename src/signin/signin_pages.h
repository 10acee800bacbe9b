#pragma once
#include "look/layout.h"
#include "signin/signin.h"

// What the pages of this room have in common.
namespace touchstone::signin {

// The answer while an account or a network is throttled: 429, with when to come back.
http::Response too_many_tries();

// A form group for one password; what was typed is never shown again.
Html password_field(const std::string& name, std::string_view label, std::string_view hint,
                    std::string_view autocomplete, const Complaints& complaints);

// Begins a session with a new token in place of the one that the request came with, and gives its
// cookie.
void open_session(sql::Housekeeping housekeeping, const http::Request& request,
                  http::Response& response, Id<people::Account> account, bool one_time = false);

}  // namespace touchstone::signin
