#pragma once
#include "look/content.h"

namespace touchstone::look {

struct WarningText {
  Content text{};
  std::string icon_fallback_text = "Warning";
  std::string classes{};
  Attributes attributes{};
};
Html warning_text(const WarningText& warning);

}  // namespace touchstone::look
