#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "self_assessment/roll_up.h"

namespace touchstone::self_assessment {

// What two sheets come to over the themes that the versions of both have (C-30).
struct CommonTotals {
  int themes = 0;
  int before = 0;  // points
  int now = 0;
  int maximum = 0;
  int left_out = 0;  // themes that one version has and the other has not
};
BOOST_DESCRIBE_STRUCT(CommonTotals, (), (themes, before, now, maximum, left_out))

// Empty where both versions have the same themes with the same levels: their totals can be compared
// as they are.
std::optional<CommonTotals> common_totals(const standard::Content& then, const RollUp& before,
                                          const standard::Content& content, const RollUp& now);

// "Compared over the 10 themes that both have: 46 points in Spring 2026, 54 now."
std::string in_words(const CommonTotals& common, std::string_view name_before);

}  // namespace touchstone::self_assessment
