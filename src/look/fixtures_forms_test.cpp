#include <gtest/gtest.h>

#include "look/button.h"
#include "look/character_count.h"
#include "look/checkboxes.h"
#include "look/date_input.h"
#include "look/file_upload.h"
#include "look/fixtures_test.h"
#include "look/password_input.h"
#include "look/radios.h"
#include "look/select.h"

namespace touchstone::look::fixtures {
namespace {

Button button_of(const Options& o) {
  return {.text = o.content(),
          .href = o.href(),
          .name = o.text("name"),
          .value = o.text("value"),
          .type = o.text_or("type", "submit"),
          .classes = o.text("classes"),
          .id = o.text("id"),
          .disabled = o.flag("disabled"),
          .is_start_button = o.flag("isStartButton"),
          .prevent_double_click = o.maybe_flag("preventDoubleClick"),
          .attributes = o.attributes()};
}

std::vector<ChoiceItem> items_of(const Options& o) {
  std::vector<ChoiceItem> out;
  for (const auto& item : o.list("items")) {
    const auto label = item.in("label");
    out.push_back({.text = item.content(),
                   .value = item.text("value"),
                   .id = item.text("id"),
                   .checked = item.maybe_flag("checked"),
                   .disabled = item.flag("disabled"),
                   .hint = hint_of(item.in("hint")),
                   .conditional = Html::made_safe_elsewhere(item.in("conditional").text("html")),
                   .divider = item.text("divider"),
                   .name = item.text("name"),
                   .behaviour = item.text("behaviour"),
                   .label_classes = label.text("classes"),
                   .label_attributes = label.attributes(),
                   .attributes = item.attributes()});
  }
  return out;
}

std::vector<std::string> texts(const Options& o, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& one : o.list(name)) out.push_back(one.as_text());
  return out;
}

Affix affix_of(const Options& o) {
  return {o.content(), o.text("classes"), o.attributes()};
}

Input input_of(const Options& o) {
  const auto wrapper = o.in("inputWrapper");
  return {.label = label_of(o.in("label")),
          .name = o.text("name"),
          .id = o.text("id"),
          .value = o.text("value"),
          .type = o.text_or("type", "text"),
          .inputmode = o.text("inputmode"),
          .autocomplete = o.text("autocomplete"),
          .autocapitalize = o.text("autocapitalize"),
          .pattern = o.text("pattern"),
          .spellcheck = o.maybe_flag("spellcheck"),
          .disabled = o.flag("disabled"),
          .hint = hint_of(o.in("hint")),
          .error_message = error_of(o.in("errorMessage")),
          .described_by = o.text("describedBy"),
          .prefix = affix_of(o.in("prefix")),
          .suffix = affix_of(o.in("suffix")),
          .form_group = group_of(o.in("formGroup"), "beforeInput", "afterInput"),
          .input_wrapper = {wrapper.text("classes"), wrapper.attributes()},
          .classes = o.text("classes"),
          .attributes = o.attributes()};
}

Textarea textarea_of(const Options& o) {
  return {.label = label_of(o.in("label")),
          .name = o.text("name"),
          .id = o.text("id"),
          .value = o.text("value"),
          .rows = o.number("rows", 5),
          .autocomplete = o.text("autocomplete"),
          .spellcheck = o.maybe_flag("spellcheck"),
          .disabled = o.flag("disabled"),
          .hint = hint_of(o.in("hint")),
          .error_message = error_of(o.in("errorMessage")),
          .described_by = o.text("describedBy"),
          .form_group = group_of(o.in("formGroup"), "beforeInput", "afterInput"),
          .classes = o.text("classes"),
          .attributes = o.attributes()};
}

Select select_of(const Options& o) {
  Select out{.label = label_of(o.in("label")),
             .name = o.text("name"),
             .id = o.text("id"),
             .value = o.text("value"),
             .disabled = o.flag("disabled"),
             .hint = hint_of(o.in("hint")),
             .error_message = error_of(o.in("errorMessage")),
             .described_by = o.text("describedBy"),
             .form_group = group_of(o.in("formGroup"), "beforeInput", "afterInput"),
             .classes = o.text("classes"),
             .attributes = o.attributes()};
  for (const auto& item : o.list("items"))
    out.items.push_back(
        {item.text("text"),
         item.has("value") ? std::optional(item.in("value").as_text()) : std::nullopt,
         item.maybe_flag("selected"), item.flag("disabled"), item.attributes()});
  return out;
}

PluralText plural(const Options& o) {
  return {o.text("one"), o.text("other")};
}

CharacterCount count_of(const Options& o) {
  return {.textarea = textarea_of(o),
          .maxlength = o.number("maxlength"),
          .maxwords = o.number("maxwords"),
          .threshold = o.number("threshold"),
          .count_type = o.text("countType"),
          .count_message_classes = o.in("countMessage").text("classes"),
          .textarea_description_text = o.text("textareaDescriptionText"),
          .characters_under_limit_text = plural(o.in("charactersUnderLimitText")),
          .characters_at_limit_text = o.text("charactersAtLimitText"),
          .characters_over_limit_text = plural(o.in("charactersOverLimitText")),
          .words_under_limit_text = plural(o.in("wordsUnderLimitText")),
          .words_at_limit_text = o.text("wordsAtLimitText"),
          .words_over_limit_text = plural(o.in("wordsOverLimitText"))};
}

PasswordInput password_of(const Options& o) {
  return {.label = label_of(o.in("label")),
          .name = o.text("name"),
          .id = o.text("id"),
          .value = o.text("value"),
          .autocomplete = o.text_or("autocomplete", "current-password"),
          .disabled = o.flag("disabled"),
          .hint = hint_of(o.in("hint")),
          .error_message = error_of(o.in("errorMessage")),
          .described_by = o.text("describedBy"),
          .form_group = group_of(o.in("formGroup"), "beforeInput", "afterInput"),
          .show_password_text = o.text("showPasswordText"),
          .hide_password_text = o.text("hidePasswordText"),
          .show_password_aria_label_text = o.text("showPasswordAriaLabelText"),
          .hide_password_aria_label_text = o.text("hidePasswordAriaLabelText"),
          .password_shown_announcement_text = o.text("passwordShownAnnouncementText"),
          .password_hidden_announcement_text = o.text("passwordHiddenAnnouncementText"),
          .button_classes = o.in("button").text("classes"),
          .classes = o.text("classes"),
          .attributes = o.attributes()};
}

// A part takes its value from its own option, or by name from the whole.
DatePart part_of(const Options& whole, const Options& o, std::string_view usual) {
  DatePart out{.name = o.text_or("name", usual),
               .label = o.text("label"),
               .value = o.text("value"),
               .id = o.text("id"),
               .classes = o.text("classes"),
               .autocomplete = o.text("autocomplete"),
               .pattern = o.text("pattern"),
               .inputmode = o.text_or("inputmode", "numeric"),
               .error = o.maybe_flag("error"),
               .attributes = o.attributes()};
  const auto values = whole.in("values");
  const auto prefix = whole.text("namePrefix");
  if (out.value.empty())
    out.value = values.text(prefix.empty() ? out.name : prefix + "-" + out.name);
  if (out.value.empty()) out.value = values.text(out.name);
  if (out.name == "year") out.width = 4;
  return out;
}

DateInput date_of(const Options& o) {
  DateInput out{.id = o.text("id"),
                .name_prefix = o.text("namePrefix"),
                .day = part_of(o, o.in("day"), "day"),
                .month = part_of(o, o.in("month"), "month"),
                .year = part_of(o, o.in("year"), "year"),
                .fieldset = fieldset_of(o.in("fieldset")),
                .hint = hint_of(o.in("hint")),
                .error_message = error_of(o.in("errorMessage")),
                .form_group = group_of(o.in("formGroup"), "beforeInputs", "afterInputs"),
                .classes = o.text("classes"),
                .attributes = o.attributes()};
  out.year.width = 4;
  for (const auto& item : o.list("items")) {
    auto part = part_of(o, item, "");
    if (part.value.empty()) part.value = o.in(part.name).text("value");
    out.items.push_back(std::move(part));
  }
  // A part that is switched off is one that is not among the items.
  const auto is_off = [&](const DatePart& part) { return o.has(part.name) && !o.flag(part.name); };
  if (!o.has("items"))
    for (const auto& part : {out.day, out.month, out.year})
      if (!is_off(part)) out.items.push_back(part);
  return out;
}

TEST(Fixtures, button) {
  run("button", [](const Options& o) { return button(button_of(o)); });
}
TEST(Fixtures, radios) {
  run("radios", [](const Options& o) {
    return radios({.name = o.text("name"),
                   .id_prefix = o.text("idPrefix"),
                   .fieldset = fieldset_of(o.in("fieldset")),
                   .items = items_of(o),
                   .value = o.text("value"),
                   .hint = hint_of(o.in("hint")),
                   .error_message = error_of(o.in("errorMessage")),
                   .form_group = group_of(o.in("formGroup"), "beforeInputs", "afterInputs"),
                   .classes = o.text("classes"),
                   .attributes = o.attributes()});
  });
}
TEST(Fixtures, checkboxes) {
  run("checkboxes", [](const Options& o) {
    return checkboxes({.name = o.text("name"),
                       .id_prefix = o.text("idPrefix"),
                       .fieldset = fieldset_of(o.in("fieldset")),
                       .items = items_of(o),
                       .values = texts(o, "values"),
                       .hint = hint_of(o.in("hint")),
                       .error_message = error_of(o.in("errorMessage")),
                       .described_by = o.text("describedBy"),
                       .form_group = group_of(o.in("formGroup"), "beforeInputs", "afterInputs"),
                       .classes = o.text("classes"),
                       .attributes = o.attributes()});
  });
}
TEST(Fixtures, input) {
  run("input", [](const Options& o) { return input(input_of(o)); });
}
TEST(Fixtures, password_input) {
  run("password-input", [](const Options& o) { return password_input(password_of(o)); });
}
TEST(Fixtures, textarea) {
  run("textarea", [](const Options& o) { return textarea(textarea_of(o)); });
}
TEST(Fixtures, select) {
  run("select", [](const Options& o) { return select(select_of(o)); });
}
TEST(Fixtures, character_count) {
  run("character-count", [](const Options& o) { return character_count(count_of(o)); });
}
TEST(Fixtures, file_upload) {
  run("file-upload", [](const Options& o) {
    return file_upload({.label = label_of(o.in("label")),
                        .name = o.text("name"),
                        .id = o.text("id"),
                        .multiple = o.flag("multiple"),
                        .disabled = o.flag("disabled"),
                        .hint = hint_of(o.in("hint")),
                        .error_message = error_of(o.in("errorMessage")),
                        .described_by = o.text("describedBy"),
                        .form_group = group_of(o.in("formGroup"), "beforeInput", "afterInput"),
                        .classes = o.text("classes"),
                        .attributes = o.attributes()});
  });
}
TEST(Fixtures, date_input) {
  run("date-input", [](const Options& o) { return date_input(date_of(o)); });
}
TEST(Fixtures, fieldset) {
  run("fieldset", [](const Options& o) { return fieldset(*fieldset_of(o)); });
}
TEST(Fixtures, hint) {
  run("hint", [](const Options& o) { return hint(hint_of(o)); });
}
TEST(Fixtures, label) {
  run("label", [](const Options& o) { return label(label_of(o)); });
}
TEST(Fixtures, error_message) {
  run("error-message", [](const Options& o) { return error_message(error_of(o)); });
}

}  // namespace
}  // namespace touchstone::look::fixtures
