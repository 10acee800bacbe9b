#pragma once
#include "look/content.h"

namespace touchstone::look {

// What is wrong with one answer, beside it.
struct ErrorMessage {
  Content text{};
  std::string classes{};
  std::string id{};
  std::string visually_hidden_text = "Error";
  Attributes attributes{};

  bool empty() const { return text.empty(); }
};
Html error_message(const ErrorMessage& message);

}  // namespace touchstone::look
