#include "look/back_link.h"

namespace touchstone::look {

Html back_link(const BackLink& link) {
  auto attributes = with_classes({"govuk-back-link", link.classes});
  attributes.add(link.attributes);
  return html(R"(<a href="{}"{}>{}</a>)", link.href.empty() ? Url::here("") : link.href, attributes,
              link.text.html_or("Back"));
}

}  // namespace touchstone::look
