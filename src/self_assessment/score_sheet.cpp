#include "self_assessment/score_sheet.h"

#include <fmt/format.h>

#include "platform/text.h"

namespace touchstone::self_assessment {

Complaints complaints_about(const ScoreSheet& sheet) {
  Complaints complaints;
  if (sheet.name.empty())
    complaints.add("name", "Give the score sheet a name, such as “Spring 2027”.");
  if (characters(sheet.name) > longest_name)
    complaints.add("name", fmt::format("The name must be {} characters or fewer.", longest_name));
  return complaints;
}

std::string term_of(Date date) {
  const auto month = static_cast<unsigned>(date.month());
  const auto* term = month <= 4 ? "Spring" : month <= 8 ? "Summer" : "Autumn";
  return fmt::format("{} {}", term, static_cast<int>(date.year()));
}

bool may_reopen(const ScoreSheet& sheet, Moment now) {
  return sheet.finished() && !sheet.binned_at && now - *sheet.finished_at < reopening_window;
}

}  // namespace touchstone::self_assessment
