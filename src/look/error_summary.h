#pragma once
#include <optional>
#include <vector>

#include "look/content.h"

namespace touchstone::look {

struct ErrorItem {
  Content text{};
  Url href{};  // of the input: Url::here("level")
  Attributes attributes{};
};
// All that is wrong with a form, above it.
struct ErrorSummary {
  Content title = "There is a problem";
  Content description{};
  std::vector<ErrorItem> error_list{};
  std::optional<bool> disable_auto_focus{};
  std::string classes{};
  Attributes attributes{};
};
Html error_summary(const ErrorSummary& summary);

}  // namespace touchstone::look
