#pragma once
#include "look/content.h"
#include "look/tag.h"

namespace touchstone::look {

struct PhaseBanner {
  Tag tag{};
  Content text{};
  std::string classes{};
  Attributes attributes{};
};
Html phase_banner(const PhaseBanner& banner);

}  // namespace touchstone::look
