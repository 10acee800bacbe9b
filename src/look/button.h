#pragma once
#include <optional>

#include "look/content.h"

namespace touchstone::look {

struct Button {
  Content text{};
  Url href{};  // makes it a link that looks like a button
  std::string name{};
  std::string value{};
  std::string type = "submit";
  std::string classes{};
  std::string id{};
  bool disabled = false;
  bool is_start_button = false;
  std::optional<bool> prevent_double_click{};
  Attributes attributes{};
};
Html button(const Button& button);

}  // namespace touchstone::look
