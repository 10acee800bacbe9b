#include "look/password_input.h"

#include "look/button.h"

namespace touchstone::look {

namespace {

Html toggle(const PasswordInput& input, std::string_view id) {
  Attributes attributes;
  const auto& aria_label = input.show_password_aria_label_text;
  attributes.set("aria-controls", id)
      .set("aria-label", aria_label.empty() ? "Show password" : aria_label)
      .set("hidden");
  const auto& text = input.show_password_text;
  return button({.text = text.empty() ? "Show" : text,
                 .type = "button",
                 .classes = joined({"govuk-button--secondary", "govuk-password-input__toggle",
                                    "govuk-js-password-input-toggle", input.button_classes}),
                 .attributes = attributes});
}

FormGroup group_of(const PasswordInput& input, std::string_view id) {
  FormGroup group;
  group.classes = joined({"govuk-password-input", input.form_group.classes});
  group.attributes.set("data-module", "govuk-password-input")
      .maybe("data-i18n.show-password", input.show_password_text)
      .maybe("data-i18n.hide-password", input.hide_password_text)
      .maybe("data-i18n.show-password-aria-label", input.show_password_aria_label_text)
      .maybe("data-i18n.hide-password-aria-label", input.hide_password_aria_label_text)
      .maybe("data-i18n.password-shown-announcement", input.password_shown_announcement_text)
      .maybe("data-i18n.password-hidden-announcement", input.password_hidden_announcement_text)
      .add(input.form_group.attributes);
  group.before = input.form_group.before;
  group.after = html("{}{}", toggle(input, id), input.form_group.after.html());
  return group;
}

}  // namespace

Html password_input(const PasswordInput& given) {
  const auto id = given.id.empty() ? given.name : given.id;
  return input({.label = given.label,
                .name = given.name,
                .id = id,
                .value = given.value,
                .type = "password",
                .autocomplete = given.autocomplete,
                .autocapitalize = "none",
                .spellcheck = false,
                .disabled = given.disabled,
                .hint = given.hint,
                .error_message = given.error_message,
                .described_by = given.described_by,
                .form_group = group_of(given, id),
                .input_wrapper = {"govuk-password-input__wrapper", {}},
                .classes = joined(
                    {"govuk-password-input__input govuk-js-password-input-input", given.classes}),
                .attributes = given.attributes});
}

}  // namespace touchstone::look
