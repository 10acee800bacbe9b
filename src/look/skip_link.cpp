#include "look/skip_link.h"

namespace touchstone::look {

Html skip_link(const SkipLink& link) {
  auto attributes = with_classes({"govuk-skip-link", link.classes});
  attributes.set("data-module", "govuk-skip-link").add(link.attributes);
  return html(R"(<a href="{}"{}>{}</a>)", link.href, attributes, link.text.html());
}

}  // namespace touchstone::look
