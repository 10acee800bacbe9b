#pragma once
#include "look/choice.h"
#include "look/content.h"

namespace touchstone::look {

using RadiosItem = ChoiceItem;
// One answer out of several.
struct Radios {
  std::string name{};
  std::string id_prefix{};
  std::optional<Fieldset> fieldset{};
  std::vector<RadiosItem> items{};
  std::string value{};  // of the chosen item; empty: none
  Hint hint{};
  ErrorMessage error_message{};
  FormGroup form_group{};
  std::string classes{};
  Attributes attributes{};
};
Html radios(const Radios& radios);

}  // namespace touchstone::look
