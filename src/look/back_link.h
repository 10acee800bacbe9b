#pragma once
#include "look/content.h"

namespace touchstone::look {

struct BackLink {
  Url href{};
  Content text{};  // empty: "Back"
  std::string classes{};
  Attributes attributes{};
};
Html back_link(const BackLink& link);

}  // namespace touchstone::look
