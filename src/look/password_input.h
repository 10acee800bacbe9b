#pragma once
#include "look/content.h"
#include "look/input.h"

namespace touchstone::look {

// A password, with a button to show it where scripts run. Pasting is allowed.
struct PasswordInput {
  Label label{};
  std::string name{};
  std::string id{};
  std::string value{};
  std::string autocomplete = "current-password";
  bool disabled = false;
  Hint hint{};
  ErrorMessage error_message{};
  std::string described_by{};
  FormGroup form_group{};
  std::string show_password_text{};  // empty: the script's own words, as for all below
  std::string hide_password_text{};
  std::string show_password_aria_label_text{};
  std::string hide_password_aria_label_text{};
  std::string password_shown_announcement_text{};
  std::string password_hidden_announcement_text{};
  std::string button_classes{};
  std::string classes{};
  Attributes attributes{};
};
Html password_input(const PasswordInput& input);

}  // namespace touchstone::look
