#include "self_assessment/waiting_target_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "self_assessment/target_store.h"

namespace touchstone::self_assessment {
namespace {

constexpr int sheets_of_a_kind = 2;

// What the newest sheet of a kind says already.
struct Newest {
  const Counted* counted = nullptr;
  int sheets = 0;
  std::set<std::string> themes{};  // whose target was listed
};

bool is_reached_now(const Newest& newest, const Target& target) {
  const auto& [sheet, content, result] = *newest.counted;
  const auto row = std::ranges::find(result.rows, target.element, &Row::theme);
  return row != result.rows.end() &&
         content->scale_of(*content->element(row->theme)).level(target.level_aimed) &&
         is_reached(target, *content, *row);
}

}  // namespace

std::vector<WaitingTarget> waiting_targets(sql::Read& read, const Uuid& workspace,
                                           const std::vector<Counted>& sheets) {
  std::vector<WaitingTarget> waiting;
  std::map<std::string, Newest> newest_of;
  for (const auto& counted : sheets) {
    auto& newest = newest_of[counted.sheet.voice];
    if (!newest.counted) newest.counted = &counted;
    if (newest.sheets++ >= sheets_of_a_kind) continue;
    for (auto& target : targets_of(read, workspace, counted.sheet.id)) {
      if (!newest.themes.insert(target.element).second) continue;
      if (!target.due_on || is_reached_now(newest, target)) continue;
      const auto& theme = counted.content->element(target.element)->title;
      waiting.push_back({std::move(target), theme, counted.sheet.id});
    }
  }
  return waiting;
}

}  // namespace touchstone::self_assessment
