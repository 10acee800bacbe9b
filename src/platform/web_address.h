#pragma once
#include <string>
#include <string_view>

namespace touchstone {

// A web address as it stands on posters: "www.example.org" gets its "https://"; anything else stays
// as it is.
std::string with_its_scheme(std::string_view address);

}  // namespace touchstone
