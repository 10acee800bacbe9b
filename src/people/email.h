#pragma once
#include <string>
#include <string_view>

namespace touchstone::people {

inline constexpr std::size_t longest_email = 254;

// One @ with something on both sides, a dot in the domain, no spaces or controls, at most
// longest_email bytes.
bool is_email(std::string_view text);

// What two spellings of one address have in common: A to Z in lower case, everything else as it is.
std::string email_key(std::string_view email);

}  // namespace touchstone::people
