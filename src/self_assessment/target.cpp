#include "self_assessment/target.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"

namespace touchstone::self_assessment {

bool is_reached(const Target& target, const standard::Content& content, const Row& row) {
  if (row.state != State::judged) return false;
  const auto& levels = content.scale_of(*content.element(row.theme)).levels;
  const auto place = [&](std::string_view key) {
    return std::ranges::find(levels, key, &standard::Level::key) - levels.begin();
  };
  return place(row.level) >= place(target.level_aimed);
}

Complaints complaints_about(const Target& target, const TargetSetting& setting) {
  const auto& [content, row, before, today, work] = setting;
  Complaints complaints;
  if (target.text.empty()) complaints.add("text", "Say what you want to reach.");
  if (characters(target.text) > longest_target)
    complaints.add("text",
                   fmt::format("The target must be {} characters or fewer.", longest_target));
  const auto* element = content.element(target.element);
  if (!element || !content.scale_of(*element).level(target.level_aimed))
    complaints.add("level_aimed", "Choose the level that you aim for.");
  else if (row.state == State::not_judged)
    complaints.add("level_aimed", "Judge this theme first: a target comes after that.");
  else if (row.state == State::not_my_job)
    complaints.add("level_aimed", fmt::format("This theme is not part of {}.", work));
  else if (is_reached(target, content, row))
    complaints.add("level_aimed", "You stand there already. Choose a higher level.");
  const auto is_new = !before || before->due_on != target.due_on;
  if (is_new && target.due_on && *target.due_on < today)
    complaints.add("due_on", "This date has passed. Choose one to come, or leave it empty.");
  if (is_new && target.due_on && *target.due_on > today + furthest_target)
    complaints.add("due_on", "Check the year: this is more than five years ahead.");
  return complaints;
}

}  // namespace touchstone::self_assessment
