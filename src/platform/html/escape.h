#pragma once
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace touchstone {

// Appends the text so that it means itself in element content and in quoted attributes: & < > " '
// become references.
void escape(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

template <std::integral Number>
void append_number(std::string& out, Number number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

}  // namespace touchstone
