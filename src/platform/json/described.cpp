#include "platform/json/described.h"

namespace touchstone::json::detail {

std::string schema_name(std::string_view pretty_function) {
  // g++ and clang both end with "T = touchstone::room::Type" before "]" or ";".
  const auto start = pretty_function.find("T = ") + 4;
  auto type = pretty_function.substr(start, pretty_function.find_first_of(";]", start) - start);
  constexpr std::string_view ours = "touchstone::";
  if (type.starts_with(ours)) type.remove_prefix(ours.size());
  std::string name;
  for (const char c : type)
    if (c == ':') {
      if (!name.ends_with('.')) name += '.';
    } else {
      name += c == '{' || c == '}' || c == '(' || c == ')' || c == ' ' ? '_' : c;
    }
  return name;
}

}  // namespace touchstone::json::detail
