#include "look/content.h"

namespace touchstone::look {

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const auto part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

Attributes with_classes(std::initializer_list<std::string_view> classes) {
  Attributes out;
  out.set("class", joined(classes));
  return out;
}

}  // namespace touchstone::look
