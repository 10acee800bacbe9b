#include "look/choice.h"

#include "look/label.h"

namespace touchstone::look {

namespace {

// One item on its way to markup.
struct Item {
  const Choice& choice;
  const ChoiceItem& item;
  std::string id;
  bool checked;
  std::string described_by;
};

std::string part(const Choice& choice, std::string_view name) {
  return "govuk-" + choice.kind + "__" + std::string(name);
}

Attributes attributes_of(const Item& it) {
  const auto& item = it.item;
  auto out = with_classes({part(it.choice, "input")});
  out.set("id", it.id)
      .set("name", item.name.empty() ? it.choice.name : item.name)
      .set("type", it.choice.type)
      .set("value", item.value);
  if (it.checked) out.set("checked");
  if (item.disabled) out.set("disabled");
  if (!item.conditional.empty()) out.set("data-aria-controls", "conditional-" + it.id);
  const auto hint_id = item.hint.empty() ? "" : it.id + "-item-hint";
  out.maybe("data-behaviour", item.behaviour)
      .maybe("aria-describedby", joined({it.described_by, hint_id}))
      .add(item.attributes);
  return out;
}

Html conditional(const Item& it) {
  if (it.item.conditional.empty()) return {};
  const auto own = part(it.choice, "conditional");
  auto attributes = with_classes({own, it.checked ? "" : own + "--hidden"});
  attributes.set("id", "conditional-" + it.id);
  return html("<div{}>{}</div>", attributes, it.item.conditional);
}

Html one(const Item& it) {
  const auto& item = it.item;
  if (!item.divider.empty())
    return html(R"(<div class="{}">{}</div>)", part(it.choice, "divider"), item.divider);
  Html inside = html("<input{}>", attributes_of(it));
  inside.add(label({.text = item.text,
                    .classes = joined({part(it.choice, "label"), item.label_classes}),
                    .for_id = it.id,
                    .attributes = item.label_attributes}));
  if (!item.hint.empty())
    inside.add(hint({.text = item.hint.text,
                     .classes = joined({part(it.choice, "hint"), item.hint.classes}),
                     .id = it.id + "-item-hint",
                     .attributes = item.hint.attributes}));
  return html(R"(<div class="{}">{}</div>{})", part(it.choice, "item"), inside, conditional(it));
}

}  // namespace

Html choice(const Choice& choice, const std::vector<ChoiceItem>& items,
            const std::function<bool(const ChoiceItem&)>& is_checked) {
  const auto& prefix = choice.id_prefix.empty() ? choice.name : choice.id_prefix;
  Question question{prefix, choice.described_by, choice.hint, choice.error_message};
  auto inside = hint_and_error(question);
  auto attributes = with_classes({"govuk-" + choice.kind, choice.classes});
  attributes.set("data-module", "govuk-" + choice.kind).add(choice.attributes);
  inside.add("<div{}>{}", attributes, choice.form_group.before.html());
  const auto lone = !choice.fieldset && choice.type == "checkbox";
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    // The first has no number, so that an error summary can point at it.
    const auto usual = i == 0 ? prefix : prefix + "-" + std::to_string(i + 1);
    inside.add(one({choice, item, item.id.empty() ? usual : item.id,
                    item.checked.value_or(is_checked(item)), lone ? question.described_by : ""}));
  }
  inside.add("{}</div>", choice.form_group.after.html());
  if (choice.fieldset) {
    auto around = *choice.fieldset;
    around.described_by = question.described_by;
    around.html = std::move(inside);
    inside = fieldset(around);
  }
  return form_group(choice.form_group, !choice.error_message.empty(), inside);
}

}  // namespace touchstone::look
