#pragma once
#include "look/content.h"

namespace touchstone::look {

// The line at the top with whose service this is.
struct GenericHeader {
  Content logo{};
  Url url = touchstone::url("/");
  std::string container_classes = "govuk-width-container";
  std::string classes{};
  Attributes attributes{};
};
Html generic_header(const GenericHeader& header);

}  // namespace touchstone::look
