#pragma once
#include "look/layout.h"
#include "signin/signin.h"

// What the pages of this room have in common.
namespace touchstone::signin {

// The answer while an account or a network is throttled: 429, with when to come back.
http::Response too_many_tries();

// A page that no cache keeps.
http::Response secret_page(const http::Request& request, int status, std::string_view title,
                           Html main, const Complaints& complaints = {});

// A form group for one password; what was typed is never shown again.
Html password_field(const std::string& name, std::string_view label, std::string_view hint,
                    std::string_view autocomplete, const Complaints& complaints);

// Begins a session in place of the one that the request came with; a phone that remembers somebody
// else forgets them, or it would be theirs again when this session ends. Its token, for the cookie
// of the answer: http::set_session with `while_open`.
std::string open_session(sql::Housekeeping housekeeping, const http::Request& request,
                         Id<people::Account> account, bool one_time = false);
// As long as the browser is open.
inline constexpr std::chrono::seconds while_open{0};

}  // namespace touchstone::signin
