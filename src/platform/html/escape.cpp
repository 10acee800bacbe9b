#include "platform/html/escape.h"

#include <array>

namespace touchstone {
namespace {

constexpr std::array<bool, 256> special = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("&<>\"'")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

}  // namespace

void escape(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!special[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, plain, i - plain);
    out.append(reference(text[i]));
    plain = i + 1;
  }
  out.append(text, plain, text.npos);
}

std::string escaped(std::string_view text) {
  std::string out;
  escape(out, text);
  return out;
}

}  // namespace touchstone
