#pragma once
#include "good_practice/practice.h"
#include "sharing/sharing.h"

namespace touchstone::good_practice {

// An item, as something that its finder shows to one colleague before it was validated (E-9).
inline constexpr std::string_view shown_noun = "practice";
inline sharing::Thing shown_thing(Id<Practice> practice) {
  return {std::string(shown_noun), practice.value};
}

}  // namespace touchstone::good_practice
