#include "look/form_group.h"

namespace touchstone::look {

Html hint_and_error(Question& question) {
  Html out;
  if (!question.hint.empty()) {
    question.hint.id = question.id + "-hint";
    question.described_by = joined({question.described_by, question.hint.id});
    out.add(hint(question.hint));
  }
  if (!question.error_message.empty()) {
    question.error_message.id = question.id + "-error";
    question.described_by = joined({question.described_by, question.error_message.id});
    out.add(error_message(question.error_message));
  }
  return out;
}

Html form_group(const FormGroup& group, bool has_error, const Html& inside) {
  auto attributes =
      with_classes({"govuk-form-group", has_error ? "govuk-form-group--error" : "", group.classes});
  attributes.add(group.attributes);
  return html("<div{}>{}</div>", attributes, inside);
}

}  // namespace touchstone::look
