#include "good_practice/form_parts.h"

#include "look/button.h"
#include "look/checkboxes.h"
#include "look/form.h"
#include "look/input.h"
#include "look/textarea.h"

namespace touchstone::good_practice {

std::string FormParts::id(std::string_view name) const {
  return std::string(form_).append("-").append(name);
}

std::string FormParts::value(std::string_view name, std::string_view fallback) const {
  return std::string(was_refused() ? request_.fields.text(name) : fallback);
}

Html FormParts::line(std::string_view name, std::string_view label, std::string_view fallback,
                     std::string_view hint) const {
  look::Input input{.label = {.text = label},
                    .name = std::string(name),
                    .id = id(name),
                    .value = value(name, fallback)};
  input.hint.text = hint;
  input.error_message.text = complaints_.about(name);
  return look::input(input);
}

Html FormParts::lines(std::string_view name, std::string_view label, std::string_view fallback,
                      std::string_view hint, int rows) const {
  look::Textarea area{.label = {.text = label},
                      .name = std::string(name),
                      .id = id(name),
                      .value = value(name, fallback),
                      .rows = rows};
  area.hint.text = hint;
  area.error_message.text = complaints_.about(name);
  return look::textarea(area);
}

Html FormParts::day(std::string_view name, std::string_view label, std::string_view fallback,
                    std::string_view hint) const {
  look::Input input{.label = {.text = label},
                    .name = std::string(name),
                    .id = id(name),
                    .value = value(name, fallback),
                    .type = "date",
                    .classes = "govuk-input--width-10"};
  input.hint.text = hint;
  input.error_message.text = complaints_.about(name);
  return look::input(input);
}

Html FormParts::choose(std::string_view name, std::string_view label,
                       std::vector<look::SelectItem> items, std::string_view fallback,
                       std::string_view hint) const {
  look::Select select{.label = {.text = label},
                      .name = std::string(name),
                      .id = id(name),
                      .items = std::move(items),
                      .value = value(name, fallback)};
  select.hint.text = hint;
  select.error_message.text = complaints_.about(name);
  return look::select(select);
}

Html FormParts::radios(std::string_view name, std::string_view legend,
                       std::vector<look::RadiosItem> items, std::string_view fallback) const {
  look::Radios radios{
      .name = std::string(name),
      .id_prefix = id(name),
      .fieldset =
          look::Fieldset{.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"}},
      .items = std::move(items),
      .value = value(name, fallback),
      .classes = "govuk-radios--small"};
  radios.error_message.text = complaints_.about(name);
  return look::radios(radios);
}

Html FormParts::tick(std::string_view name, std::string_view words, bool fallback,
                     std::string_view hint) const {
  look::CheckboxesItem item{.text = words, .value = "yes"};
  item.hint.text = hint;
  item.checked = was_refused() ? request_.fields.text(name) == "yes" : fallback;
  look::Checkboxes box{.name = std::string(name),
                       .id_prefix = id(name),
                       .items = {std::move(item)},
                       .classes = "govuk-checkboxes--small"};
  box.error_message.text = complaints_.about(name);
  return look::checkboxes(box);
}

Complaints tied_to(std::string_view form, const Complaints& complaints) {
  Complaints tied;
  for (const auto& complaint : complaints)
    tied.add(complaint.field.empty() ? std::string()
                                     : std::string(form).append("-").append(complaint.field),
             complaint.message);
  return tied;
}

Html one_button(const http::Request& request, const Url& to, std::string_view words,
                std::string_view name, std::string_view value) {
  return look::form(request, to,
                    look::button({.text = words,
                                  .name = std::string(name),
                                  .value = std::string(value),
                                  .classes = "govuk-button--secondary"}));
}

}  // namespace touchstone::good_practice
