#pragma once
#include <chrono>
#include <string_view>

#include "good_practice/practice.h"

namespace touchstone::good_practice {

// What others have of an item.
struct Traces {
  bool minuted = false;  // named in the minutes of a meeting
  bool known = false;    // read, tried or taken up by colleagues
};

// What was withdrawn is deleted after so long; until then it can be put back.
inline constexpr std::chrono::days kept_withdrawn{30};

// Why its finder cannot take it back, in one sentence; empty when they can.
std::string_view why_it_stays(const Practice& practice, const Traces& traces);

// Of what was withdrawn: since when it waits if it is put back that day. Its place in the queue is
// kept for the day on which it was withdrawn.
Date waits_again_since(const Practice& practice, Date withdrawn_on, Date today);

}  // namespace touchstone::good_practice
