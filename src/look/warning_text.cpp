#include "look/warning_text.h"

namespace touchstone::look {

Html warning_text(const WarningText& warning) {
  auto attributes = with_classes({"govuk-warning-text", warning.classes});
  attributes.add(warning.attributes);
  return html(
      R"(<div{}><span class="govuk-warning-text__icon" aria-hidden="true">!</span>)"
      R"(<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">{}</span> {}</strong></div>)",
      attributes, warning.icon_fallback_text, warning.text.html());
}

}  // namespace touchstone::look
