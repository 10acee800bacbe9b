#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "platform/complaint.h"

namespace touchstone::signin {

inline constexpr std::size_t shortest_password = 12;   // characters
inline constexpr std::size_t longest_password = 1024;  // bytes
// A password that somebody else handed over must be replaced within this time.
inline constexpr std::chrono::hours one_time_lifetime{7 * 24};

// Empty when it may be somebody's new password. `field` is where it was typed.
Complaints complaints_about_password(std::string_view password, std::string_view email,
                                     std::string_view field);

// 80 bits, in groups one can read out: "k3mf-9x2p-7wqd-h4tz".
std::string one_time_password();

}  // namespace touchstone::signin
