#include <algorithm>

#include "platform/http/form.h"
#include "platform/http/head.h"
#include "platform/text.h"

namespace touchstone::http {

std::optional<Address> parse_target(std::string_view target) {
  const auto question = std::min(target.find('?'), target.size());
  Address address;
  address.path = std::string(target.substr(0, question));
  if (!address.path.starts_with('/')) return std::nullopt;
  for (const auto encoded : split(std::string_view(address.path).substr(1), '/')) {
    std::string segment;
    if (!decode_path_text(encoded, segment) || segment == "." || segment == "..")
      return std::nullopt;
    address.segments.push_back(std::move(segment));
  }
  if (question < target.size() && !add_form(target.substr(question + 1), address.query))
    return std::nullopt;
  return address;
}

}  // namespace touchstone::http
