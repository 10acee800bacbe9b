#include "look/button.h"

namespace touchstone::look {

namespace {

Html inside(const Button& button) {
  if (!button.is_start_button) return button.text.html();
  // The arrow is laid out beside one child: markup of several is kept together.
  auto words = button.text.html();
  if (!button.text.is_text()) words = html("<span>{}</span>", words);
  return html(
      R"({} <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" )"
      R"(viewBox="0 0 33 40" aria-hidden="true" focusable="false">)"
      R"(<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>)",
      words);
}

Attributes of_a_button(const Button& button) {
  Attributes out;
  out.set("type", button.type).maybe("value", button.value).maybe("name", button.name);
  if (button.disabled) out.set("disabled").set("aria-disabled", "true");
  if (button.prevent_double_click)
    out.set("data-prevent-double-click", *button.prevent_double_click ? "true" : "false");
  return out;
}

}  // namespace

Html button(const Button& button) {
  auto attributes = with_classes(
      {"govuk-button", button.classes, button.is_start_button ? "govuk-button--start" : ""});
  attributes.set("data-module", "govuk-button").maybe("id", button.id).add(button.attributes);
  if (!button.href.empty())
    return html(R"(<a href="{}" role="button" draggable="false"{}>{}</a>)", button.href, attributes,
                inside(button));
  return html("<button{}{}>{}</button>", of_a_button(button), attributes, inside(button));
}

}  // namespace touchstone::look
