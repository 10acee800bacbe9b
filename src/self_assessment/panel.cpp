#include "self_assessment/panel.h"

#include "platform/text.h"

namespace touchstone::self_assessment {
namespace {

bool goes_on(std::string_view line) {
  return line.ends_with(',') || line.ends_with(';') || line.ends_with(" and");
}

}  // namespace

std::string names_in_one_line(std::string_view typed) {
  std::string names;
  while (!typed.empty()) {
    const auto end = typed.find('\n');
    const auto line = trimmed(typed.substr(0, end));
    typed = end == typed.npos ? std::string_view() : typed.substr(end + 1);
    if (line.empty()) continue;
    if (!names.empty()) names += goes_on(names) || line.starts_with("and ") ? " " : ", ";
    names += line;
  }
  return names;
}

}  // namespace touchstone::self_assessment
