#pragma once
#include "look/content.h"

namespace touchstone::look {

struct InsetText {
  Content text{};
  std::string id{};
  std::string classes{};
  Attributes attributes{};
};
Html inset_text(const InsetText& inset);

}  // namespace touchstone::look
