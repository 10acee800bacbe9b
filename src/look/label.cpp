#include "look/label.h"

namespace touchstone::look {

Html label(const Label& label) {
  if (label.text.empty()) return {};
  auto attributes = with_classes({"govuk-label", label.classes});
  attributes.maybe("for", label.for_id).add(label.attributes);
  const auto inner = html("<label{}>{}</label>", attributes, label.text.html());
  return label.is_page_heading ? html(R"(<h1 class="govuk-label-wrapper">{}</h1>)", inner) : inner;
}

}  // namespace touchstone::look
