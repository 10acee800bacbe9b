#pragma once
#include "look/content.h"
#include "look/error_message.h"
#include "look/hint.h"

namespace touchstone::look {

// Around a question. `before` and `after` stand beside its input or inputs.
struct FormGroup {
  std::string classes{};
  Attributes attributes{};
  Content before{};
  Content after{};
};

// What every question has besides its input.
struct Question {
  std::string id;
  std::string described_by;
  Hint hint;
  ErrorMessage error_message;
};
// Hint and error message, with their ids; `described_by` is then all that the input is described
// by.
Html hint_and_error(Question& question);

Html form_group(const FormGroup& group, bool has_error, const Html& inside);

}  // namespace touchstone::look
