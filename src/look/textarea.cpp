#include "look/textarea.h"

namespace touchstone::look {

namespace {

Attributes attributes_of(const Textarea& textarea, const Question& question) {
  auto out =
      with_classes({"govuk-textarea", textarea.error_message.empty() ? "" : "govuk-textarea--error",
                    textarea.classes});
  out.set("id", question.id).set("name", textarea.name).set("rows", textarea.rows);
  if (textarea.spellcheck) out.set("spellcheck", *textarea.spellcheck ? "true" : "false");
  if (textarea.disabled) out.set("disabled");
  out.maybe("aria-describedby", question.described_by)
      .maybe("autocomplete", textarea.autocomplete)
      .add(textarea.attributes);
  return out;
}

}  // namespace

Html textarea(const Textarea& textarea) {
  Question question{textarea.id.empty() ? textarea.name : textarea.id, textarea.described_by,
                    textarea.hint, textarea.error_message};
  auto words = textarea.label;
  words.for_id = question.id;
  auto inside = label(words);
  inside.add(hint_and_error(question)).add(textarea.form_group.before.html());
  // A browser drops one line break after the start tag.
  const bool breaks = textarea.value.starts_with('\n');
  inside.add("<textarea{}>{}{}</textarea>", attributes_of(textarea, question), breaks ? "\n" : "",
             textarea.value);
  inside.add(textarea.form_group.after.html());
  return form_group(textarea.form_group, !textarea.error_message.empty(), inside);
}

}  // namespace touchstone::look
