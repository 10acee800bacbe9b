#include "platform/csv_text.h"

#include <algorithm>

namespace touchstone {
namespace {

void append_cell(std::string& out, std::string_view cell) {
  out += '"';
  if (would_be_formula(cell)) out += '\'';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

bool would_be_formula(std::string_view text) {
  const auto rest = text.substr(std::min(text.find_first_not_of('\''), text.size()));
  return !rest.empty() && std::string_view("=+-@\t\r").contains(rest.front());
}

std::string csv_text(const std::vector<std::vector<std::string>>& rows) {
  std::string text = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      append_cell(text, row[i]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace touchstone
