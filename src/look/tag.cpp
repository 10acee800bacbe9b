#include "look/tag.h"

namespace touchstone::look {

Html tag(const Tag& tag) {
  auto attributes = with_classes({"govuk-tag", tag.classes});
  attributes.add(tag.attributes);
  return html("<strong{}>{}</strong>", attributes, tag.text.html());
}

}  // namespace touchstone::look
