#pragma once
#include <array>
#include <string>
#include <string_view>

#include "self_assessment/target.h"

namespace touchstone::self_assessment {

// One letter of SMART (G. T. Doran, 1981), looked at in the words of a target.
struct SmartLetter {
  std::string_view key;  // "time_bound"
  std::string_view name;
  std::string advice{};  // what would make it so; empty where it is so

  bool met() const { return advice.empty(); }
};

// Specific, measurable, achievable, relevant, time-bound: advice only, a target is kept as it was
// written (C-21). `row` is where the theme stands, `today` the date the sheet speaks of.
std::array<SmartLetter, 5> smart(const Target& target, const standard::Content& content,
                                 const Row& row, Date today);
bool is_smart(const Target& target, const standard::Content& content, const Row& row, Date today);

}  // namespace touchstone::self_assessment
