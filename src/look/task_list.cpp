#include "look/task_list.h"

namespace touchstone::look {

namespace {

Html name_of(const TaskItem& item, const std::string& id) {
  if (item.href.empty()) {
    Attributes attributes;
    attributes.maybe("class", item.title.classes);
    return html("<div{}>{}</div>", attributes, item.title.text.html());
  }
  auto attributes = with_classes({"govuk-link", "govuk-task-list__link", item.title.classes});
  attributes.set("aria-describedby",
                 joined({item.hint.empty() ? "" : id + "-hint", id + "-status"}));
  return html(R"(<a href="{}"{}>{}</a>)", item.href, attributes, item.title.text.html());
}

void add_item(Html& out, const TaskItem& item, const std::string& id) {
  out.add("<li{}>", with_classes({"govuk-task-list__item",
                                  item.href.empty() ? "" : "govuk-task-list__item--with-link",
                                  item.classes}));
  out.add(R"(<div class="govuk-task-list__name-and-hint">{})", name_of(item, id));
  if (!item.hint.empty())
    out.add(R"(<div id="{}-hint" class="govuk-task-list__hint">{}</div>)", id, item.hint.html());
  out.add(R"(</div><div class="{}" id="{}-status">{}</div></li>)",
          joined({"govuk-task-list__status", item.status.classes}), id,
          item.status.tag ? tag(*item.status.tag) : item.status.text.html());
}

}  // namespace

Html task_list(const TaskList& list) {
  auto attributes = with_classes({"govuk-task-list", list.classes});
  attributes.add(list.attributes);
  Html out = html("<ul{}>", attributes);
  for (std::size_t i = 0; i < list.items.size(); ++i)
    add_item(out, list.items[i], list.id_prefix + "-" + std::to_string(i + 1));
  return out.add("</ul>");
}

}  // namespace touchstone::look
