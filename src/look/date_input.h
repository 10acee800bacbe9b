#pragma once
#include <optional>
#include <vector>

#include "look/content.h"
#include "look/fieldset.h"
#include "look/form_group.h"

namespace touchstone::look {

// Day, month or year.
struct DatePart {
  std::string name{};   // "day"
  std::string label{};  // empty: the name with a capital
  std::string value{};
  std::string id{};
  std::string classes{};
  std::string autocomplete{};
  std::string pattern{};
  std::string inputmode = "numeric";
  int width = 2;                // digits
  std::optional<bool> error{};  // true: this part is wrong; false: it is not
  Attributes attributes{};
};
// A date that people know by heart, in three boxes.
struct DateInput {
  std::string id{};
  std::string name_prefix{};
  DatePart day{.name = "day"};
  DatePart month{.name = "month"};
  DatePart year{.name = "year", .width = 4};
  std::vector<DatePart> items{};  // other parts, or another order; empty: day, month, year
  std::optional<Fieldset> fieldset{};
  Hint hint{};
  ErrorMessage error_message{};
  FormGroup form_group{};
  std::string classes{};
  Attributes attributes{};
};
Html date_input(const DateInput& date);

}  // namespace touchstone::look
