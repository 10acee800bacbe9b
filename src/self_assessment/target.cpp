#include "self_assessment/target.h"

#include <fmt/format.h>

#include "platform/text.h"

namespace touchstone::self_assessment {

Complaints complaints_about(const Target& target, const standard::Content& content) {
  Complaints complaints;
  if (target.text.empty()) complaints.add("text", "Say what you want to reach.");
  if (characters(target.text) > longest_target)
    complaints.add("text",
                   fmt::format("The target must be {} characters or fewer.", longest_target));
  const auto* element = content.element(target.element);
  if (!element || !content.scale_of(*element).level(target.level_aimed))
    complaints.add("level_aimed", "Choose the level that you aim for.");
  return complaints;
}

}  // namespace touchstone::self_assessment
