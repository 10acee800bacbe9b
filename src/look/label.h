#pragma once
#include "look/content.h"

namespace touchstone::look {

// The words of a question that has one answer. `for_id` is the id of its input.
struct Label {
  Content text{};
  std::string classes{};
  std::string for_id{};
  bool is_page_heading = false;
  Attributes attributes{};
};
// Nothing without text.
Html label(const Label& label);

}  // namespace touchstone::look
