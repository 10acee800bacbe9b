#pragma once
#include "look/choice.h"
#include "look/content.h"

namespace touchstone::look {

using CheckboxesItem = ChoiceItem;
// Any number of answers.
struct Checkboxes {
  std::string name{};
  std::string id_prefix{};
  std::optional<Fieldset> fieldset{};
  std::vector<CheckboxesItem> items{};
  std::vector<std::string> values{};  // of the ticked items
  Hint hint{};
  ErrorMessage error_message{};
  std::string described_by{};
  FormGroup form_group{};
  std::string classes{};
  Attributes attributes{};
};
Html checkboxes(const Checkboxes& checkboxes);

}  // namespace touchstone::look
