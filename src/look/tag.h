#pragma once
#include "look/content.h"

namespace touchstone::look {

struct Tag {
  Content text{};
  std::string classes{};
  Attributes attributes{};
};
Html tag(const Tag& tag);

}  // namespace touchstone::look
