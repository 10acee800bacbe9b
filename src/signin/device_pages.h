#pragma once
#include "signin/device.h"
#include "signin/signin.h"

// Phones that somebody is remembered on, on the account page.
namespace touchstone::signin {

Html devices_part(sql::Read& read, const http::Request& request, Id<people::Account> account);

// POST /account/devices: this one, for 90 days, in a cookie of its own.
http::Response remember_device(sql::Housekeeping&, const http::Request&, const SignedIn&);
// POST /account/devices/{device}/removal. Whatever is not theirs stays.
http::Response forget_device(sql::Housekeeping&, const http::Request&, const SignedIn&);

// What the browser says to be remembered by; empty without the cookie.
std::string_view device_token(const http::Request& request);
// When somebody signs out on purpose: this one is forgotten.
void forget_this_device(sql::Housekeeping&, const http::Request&, http::Response&);

// Whether the phone that asks opens the sheets of somebody else than the owner of this account.
bool remembers_another(sql::Read&, const http::Request&, Id<people::Account>);

inline constexpr std::string_view device_remembered = "device-remembered";

}  // namespace touchstone::signin
