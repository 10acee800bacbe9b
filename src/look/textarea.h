#pragma once
#include <optional>

#include "look/content.h"
#include "look/form_group.h"
#include "look/label.h"

namespace touchstone::look {

// Several lines of text.
struct Textarea {
  Label label{};
  std::string name{};
  std::string id{};  // empty: the name
  std::string value{};
  int rows = 5;
  std::string autocomplete{};
  std::optional<bool> spellcheck{};
  bool disabled = false;
  Hint hint{};
  ErrorMessage error_message{};
  std::string described_by{};
  FormGroup form_group{};
  std::string classes{};
  Attributes attributes{};
};
Html textarea(const Textarea& textarea);

}  // namespace touchstone::look
