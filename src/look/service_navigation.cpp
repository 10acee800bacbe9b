#include "look/service_navigation.h"

namespace touchstone::look {

namespace {

Html name_of(const ServiceNavigation& navigation) {
  if (navigation.service_name.empty()) return {};
  const auto inner = navigation.service_url.empty()
                         ? html(R"(<span class="govuk-service-navigation__text">{}</span>)",
                                navigation.service_name)
                         : html(R"(<a href="{}" class="govuk-service-navigation__link">{}</a>)",
                                navigation.service_url, navigation.service_name);
  return html(R"(<span class="govuk-service-navigation__service-name">{}</span>)", inner);
}

Html item_of(const NavigationItem& item) {
  const bool here = item.active || item.current;
  // Strong, so that it is told apart where colours are not seen.
  const auto words =
      here ? html(R"(<strong class="govuk-service-navigation__active-fallback">{}</strong>)",
                  item.text.html())
           : item.text.html();
  Attributes current;
  if (here) current.set("aria-current", item.current ? "page" : "true");
  Html inner;
  if (!item.href.empty())
    inner = html(R"(<a class="govuk-service-navigation__link" href="{}"{}{}>{}</a>)", item.href,
                 current, item.attributes, words);
  else if (!item.text.empty())
    inner = html(R"(<span class="govuk-service-navigation__text"{}>{}</span>)", current, words);
  return html("<li{}>{}</li>",
              with_classes({"govuk-service-navigation__item",
                            here ? "govuk-service-navigation__item--active" : ""}),
              inner);
}

Html menu_button(const ServiceNavigation& navigation) {
  Attributes attributes;
  attributes.set("aria-controls", navigation.navigation_id);
  if (navigation.menu_button_label != navigation.menu_button_text)
    attributes.maybe("aria-label", navigation.menu_button_label);
  return html(
      R"(<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle")"
      R"({} hidden aria-hidden="true">{}</button>)",
      attributes, navigation.menu_button_text);
}

Html links_of(const ServiceNavigation& navigation) {
  const auto& slots = navigation.slots;
  const auto& items = navigation.navigation;
  if (items.empty() && slots.navigation_start.empty() && slots.navigation_end.empty()) return {};
  Attributes attributes;
  const auto& label = navigation.navigation_label;
  attributes.set("aria-label", label.empty() ? navigation.menu_button_text : label)
      .set("class", joined({"govuk-service-navigation__wrapper", navigation.navigation_classes}));
  Html out = html("<nav{}>", attributes);
  if (navigation.collapse_navigation_on_mobile.value_or(items.size() > 1))
    out.add(menu_button(navigation));
  out.add(R"(<ul class="govuk-service-navigation__list" id="{}">{})", navigation.navigation_id,
          slots.navigation_start);
  for (const auto& item : items) out.add(item_of(item));
  return out.add("{}</ul></nav>", slots.navigation_end);
}

}  // namespace

Html service_navigation(const ServiceNavigation& navigation) {
  const auto& slots = navigation.slots;
  auto attributes = with_classes({"govuk-service-navigation", navigation.classes});
  attributes.set("data-module", "govuk-service-navigation").add(navigation.attributes);
  const auto inside = html(
      R"(<div class="{}">{}<div class="govuk-service-navigation__container">{}{}</div>{}</div>)",
      joined({"govuk-width-container",
              slots.end_inline ? "govuk-service-navigation__inlining-container" : ""}),
      slots.start, name_of(navigation), links_of(navigation), slots.end);
  // With a name it is a landmark of its own; without, the nav inside is enough.
  if (navigation.service_name.empty() && slots.start.empty() && slots.end.empty())
    return html("<div{}>{}</div>", attributes, inside);
  return html(R"(<section aria-label="{}"{}>{}</section>)", navigation.aria_label, attributes,
              inside);
}

}  // namespace touchstone::look
