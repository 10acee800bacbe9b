#pragma once
#include "look/content.h"

namespace touchstone::look {

struct SkipLink {
  Content text{};
  Url href = Url::here("content");
  std::string classes{};
  Attributes attributes{};
};
Html skip_link(const SkipLink& link);

}  // namespace touchstone::look
