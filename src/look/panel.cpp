#include "look/panel.h"

#include "look/button.h"
#include "look/heading.h"

namespace touchstone::look {

namespace {

Html action_of(const PanelAction& action) {
  if (action.href.empty() || action.type == "button")
    return button({.text = action.text,
                   .href = action.href,
                   .type = action.type.empty() ? "button" : action.type,
                   .classes = joined({"govuk-button--inverse", action.classes}),
                   .attributes = action.attributes});
  auto attributes = with_classes({"govuk-link", "govuk-link--inverse", action.classes});
  attributes.add(action.attributes);
  return html(R"(<a href="{}"{}>{}</a>)", action.href, attributes, action.text);
}

Html actions_of(const PanelActions& actions) {
  Html items;
  for (const auto& action : actions.items) items.add("{} ", action_of(action));
  if (!actions.items.empty()) items = html(R"(<div class="govuk-button-group">{}</div>)", items);
  auto attributes = with_classes({"govuk-panel__actions", actions.classes});
  attributes.add(actions.attributes);
  return html("<div{}>{}</div>", attributes, items);
}

}  // namespace

Html panel(const Panel& panel) {
  const bool interrupts = panel.classes.find("govuk-panel--interruption") != std::string::npos;
  auto attributes =
      with_classes({"govuk-panel", interrupts ? "" : "govuk-panel--confirmation", panel.classes});
  attributes.add(panel.attributes);
  Html inside =
      heading(panel.heading_level, with_classes({"govuk-panel__title"}), panel.title.html());
  if (!panel.text.empty())
    inside.add(R"(<div class="govuk-panel__body">{}</div>)", panel.text.html());
  if (interrupts && panel.actions) inside.add(actions_of(*panel.actions));
  return html("<div{}>{}</div>", attributes, inside);
}

}  // namespace touchstone::look
