#include "self_assessment/common_totals.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"
#include "standard/comparable.h"

namespace touchstone::self_assessment {
namespace {

int points_over(const RollUp& result, const std::vector<std::string>& themes) {
  int points = 0;
  for (const auto& row : result.rows)
    if (std::ranges::find(themes, row.theme) != themes.end()) points += row.points;
  return points;
}

}  // namespace

std::optional<CommonTotals> common_totals(const standard::Content& then, const RollUp& before,
                                          const standard::Content& content, const RollUp& now) {
  const auto themes = standard::comparable(then, content);
  const auto common = themes.size();
  const auto of_then = then.elements().size();
  const auto of_now = content.elements().size();
  if (common == of_then && common == of_now) return std::nullopt;
  CommonTotals totals;
  totals.themes = static_cast<int>(common);
  totals.before = points_over(before, themes);
  totals.now = points_over(now, themes);
  for (const auto& theme : themes)
    if (const auto& element = *content.element(theme); element.scored)
      totals.maximum += content.scale_of(element).levels.back().points;
  totals.left_out = static_cast<int>(of_then - common + of_now - common);
  return totals;
}

std::string in_words(const CommonTotals& common, std::string_view name_before) {
  if (common.themes == 0)
    return fmt::format("No theme can be compared with {}: the versions have none in common.",
                       name_before);
  return fmt::format(
      "Compared over the {} that both versions have: {} points in {}, {} now, of {}.",
      counted(common.themes, "theme", "themes"), common.before, name_before, common.now,
      common.maximum);
}

}  // namespace touchstone::self_assessment
