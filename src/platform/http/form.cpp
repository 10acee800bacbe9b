#include "platform/http/form.h"

#include <algorithm>

#include "platform/text.h"

namespace touchstone::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool decode(std::string_view encoded, bool plus_is_space, std::string& decoded) {
  decoded.clear();
  decoded.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const char c = encoded[i];
    if (c == '+' && plus_is_space) {
      decoded += ' ';
    } else if (c == '%') {
      if (i + 2 >= encoded.size()) return false;
      const int high = hex_value(encoded[i + 1]);
      const int low = hex_value(encoded[i + 2]);
      if (high < 0 || low < 0) return false;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += c;
    }
  }
  return is_utf8(decoded);
}

}  // namespace

bool decode_form_text(std::string_view encoded, std::string& decoded) {
  return decode(encoded, true, decoded);
}

bool decode_path_text(std::string_view encoded, std::string& decoded) {
  return decode(encoded, false, decoded);
}

bool add_form(std::string_view encoded, Fields& fields) {
  while (!encoded.empty()) {
    const auto end = std::min(encoded.find('&'), encoded.size());
    const auto pair = encoded.substr(0, end);
    encoded.remove_prefix(std::min(end + 1, encoded.size()));
    if (pair.empty()) continue;
    if (fields.size() >= most_form_fields) return false;
    const auto equals = std::min(pair.find('='), pair.size());
    std::string name;
    std::string value;
    if (!decode_form_text(pair.substr(0, equals), name)) return false;
    if (equals < pair.size() && !decode_form_text(pair.substr(equals + 1), value)) return false;
    fields.add(std::move(name), std::move(value));
  }
  return true;
}

}  // namespace touchstone::http
