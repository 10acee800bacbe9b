#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"
#include "self_assessment/roll_up.h"
#include "standard/content.h"

namespace touchstone::self_assessment {

// What someone means to reach in one theme, and by when.
struct Target {
  Id<Target> id{};
  std::string element{};  // key of the theme
  std::string text{};
  std::string level_aimed{};  // key
  std::optional<Date> due_on{};
  std::int64_t version = 0;  // 0: never saved

  bool operator==(const Target&) const = default;
};

constexpr std::size_t longest_target = 1000;
constexpr std::chrono::years furthest_target{5};  // after the day on which it is set

// What is wrong with a target for a theme that stands there now, after `before` (null: none yet).
// `work` is whose_work() of the sheet.
struct TargetSetting {
  const standard::Content& content;
  const Row& row;
  const Target* before;
  Date today;
  std::string work;
};
Complaints complaints_about(const Target& target, const TargetSetting& setting);
// Whether the theme stands where the target wanted it, or higher.
bool is_reached(const Target& target, const standard::Content& content, const Row& row);

}  // namespace touchstone::self_assessment
