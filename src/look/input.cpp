#include "look/input.h"

namespace touchstone::look {

namespace {

Html element(const Input& input, const Question& question) {
  auto attributes = with_classes(
      {"govuk-input", input.classes, input.error_message.empty() ? "" : "govuk-input--error"});
  attributes.set("id", question.id).set("name", input.name).set("type", input.type);
  if (input.spellcheck) attributes.set("spellcheck", *input.spellcheck ? "true" : "false");
  attributes.maybe("value", input.value);
  if (input.disabled) attributes.set("disabled");
  attributes.maybe("aria-describedby", question.described_by)
      .maybe("autocomplete", input.autocomplete)
      .maybe("autocapitalize", input.autocapitalize)
      .maybe("pattern", input.pattern)
      .maybe("inputmode", input.inputmode)
      .add(input.attributes);
  return html("<input{}>", attributes);
}

Html affix(const Affix& affix, std::string_view own_class) {
  if (affix.text.empty()) return {};
  auto attributes = with_classes({own_class, affix.classes});
  attributes.set("aria-hidden", "true").add(affix.attributes);
  return html("<div{}>{}</div>", attributes, affix.text.html());
}

Html with_surroundings(const Input& input, const Html& element) {
  const auto& group = input.form_group;
  if (input.prefix.text.empty() && input.suffix.text.empty() && group.before.empty() &&
      group.after.empty())
    return element;
  auto attributes = with_classes({"govuk-input__wrapper", input.input_wrapper.classes});
  attributes.add(input.input_wrapper.attributes);
  return html("<div{}>{} {} {} {} {}</div>", attributes, group.before.html(),
              affix(input.prefix, "govuk-input__prefix"), element,
              affix(input.suffix, "govuk-input__suffix"), group.after.html());
}

}  // namespace

Html input(const Input& input) {
  Question question{input.id.empty() ? input.name : input.id, input.described_by, input.hint,
                    input.error_message};
  auto words = input.label;
  words.for_id = question.id;
  auto inside = label(words);
  inside.add(hint_and_error(question));
  inside.add(with_surroundings(input, element(input, question)));
  return form_group(input.form_group, !input.error_message.empty(), inside);
}

}  // namespace touchstone::look
