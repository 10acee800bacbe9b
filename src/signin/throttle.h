#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/secret.h"

namespace touchstone::signin {

// After so many failures in the window nothing more is tried for that account, or from that
// network, whether right or wrong, until the window has moved on. Nobody is locked out for good.
inline constexpr int failure_limit = 10;
inline constexpr std::chrono::minutes failure_window{5};

// The /24 of an IPv4 address, the /64 of an IPv6 one, as text; an IPv4 address inside IPv6 counts
// as IPv4. The text itself for anything else.
std::string network_of(std::string_view address);

// What a try counts against: the address typed, whether or not there is such an account, and the
// network it came from.
std::vector<Digest> counted_against(std::string_view email, std::string_view address);

}  // namespace touchstone::signin
