#pragma once
#include <optional>

#include "look/content.h"
#include "look/form_group.h"
#include "look/label.h"

namespace touchstone::look {

// Words or a sign before or after the input: "£", "per cent".
struct Affix {
  Content text{};
  std::string classes{};
  Attributes attributes{};
};
struct InputWrapper {
  std::string classes{};
  Attributes attributes{};
};
// One line of text.
struct Input {
  Label label{};
  std::string name{};
  std::string id{};  // empty: the name
  std::string value{};
  std::string type = "text";
  std::string inputmode{};
  std::string autocomplete{};
  std::string autocapitalize{};
  std::string pattern{};
  std::optional<bool> spellcheck{};
  bool disabled = false;
  Hint hint{};
  ErrorMessage error_message{};
  std::string described_by{};
  Affix prefix{};
  Affix suffix{};
  FormGroup form_group{};
  InputWrapper input_wrapper{};
  std::string classes{};
  Attributes attributes{};
};
Html input(const Input& input);

}  // namespace touchstone::look
