#include "self_assessment/score_sheet.h"

#include <fmt/format.h>

#include <algorithm>

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

std::string_view why_kept(const ScoreSheet& sheet) {
  return sheet.binned_at ? "This score sheet is in the bin. Put it back first."
                         : "This score sheet is finished, so it is kept as it was. Start a new "
                           "one, or open this one again.";
}

std::string term_of(Date date) {
  const auto month = static_cast<unsigned>(date.month());
  const auto* term = month <= 4 ? "Spring" : month <= 8 ? "Summer" : "Autumn";
  return fmt::format("{} {}", term, static_cast<int>(date.year()));
}

std::string free_name(const std::string& name, Date date, const std::vector<std::string>& taken) {
  const auto is_taken = [&](const std::string& wanted) {
    return std::ranges::find(taken, wanted) != taken.end();
  };
  if (!is_taken(name)) return name;
  const auto words = to_words(date);
  const auto dated = fmt::format("{}, {}", name, words.substr(0, words.rfind(' ')));
  auto found = dated;
  for (int number = 2; is_taken(found); ++number) found = fmt::format("{} ({})", dated, number);
  return characters(found) <= longest_name ? found : name;
}

bool may_reopen(const ScoreSheet& sheet, Moment now) {
  return sheet.finished() && !sheet.binned_at && now - *sheet.finished_at < reopening_window;
}

}  // namespace touchstone::self_assessment
