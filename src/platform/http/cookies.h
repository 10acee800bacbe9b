#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "platform/http/request.h"
#include "platform/http/response.h"

namespace touchstone::http {

// The value of a cookie in a Cookie header; empty when absent, or there twice with different
// values.
std::string_view cookie(std::string_view header, std::string_view name);

// "__Host-touchstone" over TLS, "touchstone" on plain HTTP.
std::string_view session_cookie(bool secure);
// Holds the secret of forms shown before anybody signed in.
std::string_view form_cookie(bool secure);

// Says on which phone somebody is remembered.
std::string_view device_cookie(bool secure);

// One word for the next page: what was just done. An address could be made up and sent to somebody;
// this only we can set. It lasts a minute, or until it is cleared.
void set_note(Response& response, const Request& request, std::string_view word);
std::string_view note_of(const Request& request);  // empty: none
void clear_note(Response& response, const Request& request);

// Sets the session cookie: HttpOnly, SameSite=Lax, Path=/, Secure over TLS. A lifetime of zero
// lasts as long as the browser is open. The answer becomes secret.
void set_session(Response& response, const Request& request, std::string_view token,
                 std::chrono::seconds lifetime);
// The same for the cookie of a remembered phone.
void set_device(Response& response, const Request& request, std::string_view token,
                std::chrono::seconds lifetime);
void clear_device(Response& response, const Request& request);
// Takes the session cookie away, and tells the browser to forget what it kept of us
// (Clear-Site-Data).
void clear_session(Response& response, const Request& request);

}  // namespace touchstone::http
