#include "look/select.h"

namespace touchstone::look {

namespace {

Html option(const SelectItem& item, std::string_view chosen) {
  Attributes attributes;
  if (item.value) attributes.set("value", *item.value);
  if (item.selected.value_or(!chosen.empty() && item.value.value_or(item.text) == chosen))
    attributes.set("selected");
  if (item.disabled) attributes.set("disabled");
  attributes.add(item.attributes);
  return html("<option{}>{}</option>", attributes, item.text);
}

void add_options(Html& out, const Select& select) {
  std::string_view group;
  for (const auto& item : select.items) {
    if (item.group != group) {
      if (!group.empty()) out.add("</optgroup>");
      if (!item.group.empty()) out.add(R"(<optgroup label="{}">)", item.group);
      group = item.group;
    }
    out.add(option(item, select.value));
  }
  if (!group.empty()) out.add("</optgroup>");
}

Attributes attributes_of(const Select& select, const Question& question) {
  auto out = with_classes(
      {"govuk-select", select.classes, select.error_message.empty() ? "" : "govuk-select--error"});
  out.set("id", question.id).set("name", select.name);
  if (select.disabled) out.set("disabled");
  out.maybe("aria-describedby", question.described_by).add(select.attributes);
  return out;
}

}  // namespace

Html select(const Select& select) {
  Question question{select.id.empty() ? select.name : select.id, select.described_by, select.hint,
                    select.error_message};
  auto words = select.label;
  words.for_id = question.id;
  auto inside = label(words);
  inside.add(hint_and_error(question)).add(select.form_group.before.html());
  inside.add("<select{}>", attributes_of(select, question));
  add_options(inside, select);
  inside.add("</select>").add(select.form_group.after.html());
  return form_group(select.form_group, !select.error_message.empty(), inside);
}

}  // namespace touchstone::look
