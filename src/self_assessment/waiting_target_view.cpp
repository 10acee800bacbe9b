#include "self_assessment/waiting_target_view.h"

#include <algorithm>
#include <span>

#include "self_assessment/target_store.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

struct Targeted {
  const Counted& counted;
  std::vector<Target> targets;
};

std::vector<Targeted> targeted(sql::Read& read, const Uuid& workspace,
                               const std::vector<Counted>& sheets) {
  std::vector<Targeted> all;
  all.reserve(sheets.size());
  for (const auto& counted : sheets)
    all.push_back({counted, targets_of(read, workspace, counted.sheet.id)});
  return all;
}

// Whether one sheet says something about the targets of the other: both speak in one voice, against
// versions of one family.
bool follows(const Counted& one, const Counted& other) {
  return one.sheet.voice == other.sheet.voice &&
         standard::are_related(*one.content, *other.content);
}

bool has_reached(const Counted& counted, const Target& target) {
  const auto& [sheet, content, result] = counted;
  const auto row = std::ranges::find(result.rows, target.element, &Row::theme);
  return row != result.rows.end() &&
         content->scale_of(*content->element(row->theme)).level(target.level_aimed) &&
         is_reached(target, *content, *row);
}

bool has_another(const Targeted& newer, const Target& target) {
  return std::ranges::find(newer.targets, target.element, &Target::element) != newer.targets.end();
}

// `newer` are all sheets after the one that it was set on.
bool waits(const Target& target, const Targeted& set_on, std::span<const Targeted> newer) {
  if (!target.due_on || has_reached(set_on.counted, target)) return false;
  return std::ranges::none_of(newer, [&](const Targeted& each) {
    return follows(each.counted, set_on.counted) &&
           (has_another(each, target) || has_reached(each.counted, target));
  });
}

}  // namespace

std::vector<WaitingTarget> waiting_targets(sql::Read& read, const Uuid& workspace,
                                           const std::vector<Counted>& sheets) {
  std::vector<WaitingTarget> waiting;
  const auto all = targeted(read, workspace, sheets);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& [counted, targets] = all[i];
    for (const auto& target : targets)
      if (waits(target, all[i], std::span(all).first(i)))
        waiting.push_back(
            {target, counted.content->element(target.element)->title, counted.sheet.id});
  }
  return waiting;
}

}  // namespace touchstone::self_assessment
