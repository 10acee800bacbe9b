#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/secret.h"

namespace touchstone::signin {

// After so many failures in the window nothing more is tried for that account, or from that
// network, whether right or wrong, until the window has moved on. Nobody is locked out for good. A
// whole college may come from one address, so a network counts further than an account.
inline constexpr int failure_limit = 10;
inline constexpr int network_failure_limit = 50;
inline constexpr std::chrono::minutes failure_window{5};

// The /24 of an IPv4 address, the /64 of an IPv6 one, as text; an IPv4 address inside IPv6 counts
// as IPv4. The text itself for anything else.
std::string network_of(std::string_view address);

// What a try counts against, and how often it may fail.
struct Tally {
  Digest about{};
  int limit = failure_limit;

  bool operator==(const Tally&) const = default;
};
// The address typed, whether or not there is such an account, and the
// network it came from.
std::vector<Tally> counted_against(std::string_view email, std::string_view address);
Tally network_tally(std::string_view address);

}  // namespace touchstone::signin
