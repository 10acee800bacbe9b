#include "look/fieldset.h"

namespace touchstone::look {

namespace {

Html legend_of(const Legend& legend) {
  if (legend.text.empty()) return {};
  const auto words = legend.is_page_heading ? html(R"(<h1 class="govuk-fieldset__heading">{}</h1>)",
                                                   legend.text.html())
                                            : legend.text.html();
  return html("<legend{}>{}</legend>", with_classes({"govuk-fieldset__legend", legend.classes}),
              words);
}

}  // namespace

Html fieldset(const Fieldset& fieldset) {
  auto attributes = with_classes({"govuk-fieldset", fieldset.classes});
  attributes.maybe("role", fieldset.role)
      .maybe("aria-describedby", fieldset.described_by)
      .add(fieldset.attributes);
  return touchstone::html("<fieldset{}>{}{}</fieldset>", attributes, legend_of(fieldset.legend),
                          fieldset.html);
}

}  // namespace touchstone::look
