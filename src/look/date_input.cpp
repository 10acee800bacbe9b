#include "look/date_input.h"

#include <algorithm>

#include "look/input.h"

namespace touchstone::look {

namespace {

bool names_class(const DatePart& part, std::string_view name) {
  return part.classes.find(name) != std::string::npos;
}
bool says_it_is_wrong(const DatePart& part) {
  return part.error.value_or(false) || names_class(part, "govuk-input--error");
}

// Without a part that says it is wrong, all of them are.
std::string classes_of(const DatePart& part, bool all_wrong) {
  std::string out = "govuk-date-input__input";
  const bool wrong = says_it_is_wrong(part) || (part.error.value_or(true) && all_wrong);
  if (wrong && !names_class(part, "govuk-input--error")) out += " govuk-input--error";
  if (!names_class(part, "govuk-input--width-"))
    out += " govuk-input--width-" + std::to_string(part.width);
  return joined({out, part.classes});
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

Html part_of(const DateInput& date, const DatePart& part, bool all_wrong) {
  const auto name = date.name_prefix.empty() ? part.name : date.name_prefix + "-" + part.name;
  return html(R"(<div class="govuk-date-input__item">{}</div>)",
              input({.label = {.text = part.label.empty() ? capitalised(part.name) : part.label,
                               .classes = "govuk-date-input__label"},
                     .name = name,
                     .id = part.id.empty() ? date.id + "-" + part.name : part.id,
                     .value = part.value,
                     .inputmode = part.inputmode,
                     .autocomplete = part.autocomplete,
                     .pattern = part.pattern,
                     .classes = classes_of(part, all_wrong),
                     .attributes = part.attributes}));
}

}  // namespace

Html date_input(const DateInput& date) {
  Question question{date.id, date.fieldset ? date.fieldset->described_by : "", date.hint,
                    date.error_message};
  auto inside = hint_and_error(question);
  const auto parts = date.items.empty() ? std::vector{date.day, date.month, date.year} : date.items;
  const bool all_wrong =
      !date.error_message.empty() && std::ranges::none_of(parts, says_it_is_wrong);
  auto attributes = with_classes({"govuk-date-input", date.classes});
  attributes.maybe("id", date.id).add(date.attributes);
  inside.add("<div{}>{}", attributes, date.form_group.before.html());
  for (const auto& part : parts) inside.add(part_of(date, part, all_wrong));
  inside.add("{}</div>", date.form_group.after.html());
  if (date.fieldset) {
    auto around = *date.fieldset;
    around.described_by = question.described_by;
    around.role = "group";  // else some screen readers leave the hint out
    around.html = std::move(inside);
    inside = fieldset(around);
  }
  return form_group(date.form_group, !date.error_message.empty(), inside);
}

}  // namespace touchstone::look
