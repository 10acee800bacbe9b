#pragma once
#include <optional>
#include <vector>

#include "look/content.h"
#include "look/form_group.h"
#include "look/label.h"

namespace touchstone::look {

struct SelectItem {
  std::string text{};
  std::optional<std::string> value{};  // empty: the text
  std::optional<bool> selected{};      // empty: by the value of the question
  bool disabled = false;
  Attributes attributes{};
  std::string group{};  // those of one group follow each other, under its name
};
struct Select {
  Label label{};
  std::string name{};
  std::string id{};  // empty: the name
  std::vector<SelectItem> items{};
  std::string value{};  // of the chosen item
  bool disabled = false;
  Hint hint{};
  ErrorMessage error_message{};
  std::string described_by{};
  FormGroup form_group{};
  std::string classes{};
  Attributes attributes{};
};
Html select(const Select& select);

}  // namespace touchstone::look
