#pragma once
#include "look/content.h"

namespace touchstone::look {

struct Legend {
  Content text{};
  std::string classes{};
  bool is_page_heading = false;
};
// A question with several inputs.
struct Fieldset {
  Legend legend{};
  std::string classes{};
  std::string role{};
  std::string described_by{};
  Attributes attributes{};
  Html html{};
};
Html fieldset(const Fieldset& fieldset);

}  // namespace touchstone::look
