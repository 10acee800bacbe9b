#include "look/phase_banner.h"

namespace touchstone::look {

Html phase_banner(const PhaseBanner& banner) {
  auto attributes = with_classes({"govuk-phase-banner", "govuk-width-container", banner.classes});
  attributes.add(banner.attributes);
  const Tag own{
      banner.tag.text, joined({"govuk-phase-banner__content__tag", banner.tag.classes}), {}};
  return html(
      R"(<div{}><p class="govuk-phase-banner__content">{} <span class="govuk-phase-banner__text">{}</span></p></div>)",
      attributes, tag(own), banner.text.html());
}

}  // namespace touchstone::look
