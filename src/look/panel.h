#pragma once
#include <optional>
#include <vector>

#include "look/content.h"

namespace touchstone::look {

struct PanelAction {
  std::string text{};
  Url href{};
  std::string type{};  // "button": looks like one
  std::string classes{};
  Attributes attributes{};
};
struct PanelActions {
  std::vector<PanelAction> items{};
  std::string classes{};
  Attributes attributes{};
};
// What was done, or (with the class "govuk-panel--interruption") what to know first.
struct Panel {
  Content title{};
  Content text{};
  int heading_level = 1;
  std::optional<PanelActions> actions{};  // of an interruption
  std::string classes{};
  Attributes attributes{};
};
Html panel(const Panel& panel);

}  // namespace touchstone::look
