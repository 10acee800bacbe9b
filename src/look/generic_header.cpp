#include "look/generic_header.h"

namespace touchstone::look {

Html generic_header(const GenericHeader& header) {
  auto attributes = with_classes({"govuk-generic-header", header.classes});
  attributes.add(header.attributes);
  return html(
      R"(<div{}><div class="govuk-generic-header__container {}"><div class="govuk-generic-header__logo">)"
      R"(<a href="{}" class="govuk-generic-header__homepage-link">{}</a></div></div></div>)",
      attributes, header.container_classes, header.url, header.logo.html());
}

}  // namespace touchstone::look
