#include "look/inset_text.h"

namespace touchstone::look {

Html inset_text(const InsetText& inset) {
  auto attributes = with_classes({"govuk-inset-text", inset.classes});
  attributes.maybe("id", inset.id).add(inset.attributes);
  return html("<div{}>{}</div>", attributes, inset.text.html());
}

}  // namespace touchstone::look
