#include "look/file_upload.h"

namespace touchstone::look {

Html file_upload(const FileUpload& upload) {
  Question question{upload.id.empty() ? upload.name : upload.id, upload.described_by, upload.hint,
                    upload.error_message};
  auto words = upload.label;
  words.for_id = question.id;
  auto inside = label(words);
  inside.add(hint_and_error(question));
  auto attributes = with_classes({"govuk-file-upload", upload.classes,
                                  upload.error_message.empty() ? "" : "govuk-file-upload--error"});
  attributes.set("id", question.id).set("name", upload.name).set("type", "file");
  if (upload.disabled) attributes.set("disabled");
  if (upload.multiple) attributes.set("multiple");
  attributes.maybe("aria-describedby", question.described_by).add(upload.attributes);
  inside.add("<input{}>", attributes);
  return form_group(upload.form_group, !upload.error_message.empty(), inside);
}

Attributes sends_files() {
  return Attributes().set("enctype", "multipart/form-data");
}

}  // namespace touchstone::look
