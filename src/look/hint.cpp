#include "look/hint.h"

namespace touchstone::look {

Html hint(const Hint& hint) {
  auto attributes = with_classes({"govuk-hint", hint.classes});
  attributes.maybe("id", hint.id).add(hint.attributes);
  return html("<div{}>{}</div>", attributes, hint.text.html());
}

}  // namespace touchstone::look
