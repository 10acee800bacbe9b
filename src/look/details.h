#pragma once
#include "look/content.h"

namespace touchstone::look {

// A fold: its summary is always seen.
struct Details {
  Content summary{};
  Content text{};
  bool open = false;
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};
Html details(const Details& details);

}  // namespace touchstone::look
