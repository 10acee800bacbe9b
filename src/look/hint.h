#pragma once
#include "look/content.h"

namespace touchstone::look {

// Help beside a question.
struct Hint {
  Content text{};
  std::string classes{};
  std::string id{};
  Attributes attributes{};

  bool empty() const { return text.empty(); }
};
Html hint(const Hint& hint);

}  // namespace touchstone::look
