#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"
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

Complaints complaints_about(const Target& target, const standard::Content& content);

}  // namespace touchstone::self_assessment
