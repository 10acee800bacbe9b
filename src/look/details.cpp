#include "look/details.h"

namespace touchstone::look {

Html details(const Details& details) {
  auto attributes = with_classes({"govuk-details", details.classes});
  attributes.maybe("id", details.id).add(details.attributes);
  if (details.open) attributes.set("open");
  return html(
      R"(<details{}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{}</span>)"
      R"(</summary><div class="govuk-details__text">{}</div></details>)",
      attributes, details.summary.html(), details.text.html());
}

}  // namespace touchstone::look
