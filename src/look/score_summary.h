#pragma once
#include <string_view>

#include "platform/html/html.h"

namespace touchstone::look {

// What a sheet adds up to, in sight while scrolling; the script keeps it up to date from the
// answers of `save`.
struct ScoreSummary {
  int answered = 0;
  int of = 0;
  int total = 0;
  int maximum = 0;  // 0: nothing is added up
  std::string_view sentence{};
  std::string_view saved_at{};  // "10:42"
};
Html score_summary(const ScoreSummary& summary);

// The subtotal of one printed page, kept up to date likewise.
Html score_subtotal(std::string_view title, int sheet, int points, int maximum);

}  // namespace touchstone::look
