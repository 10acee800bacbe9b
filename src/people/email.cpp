#include "people/email.h"

#include <algorithm>

#include "platform/text.h"

namespace touchstone::people {

bool is_email(std::string_view text) {
  if (text.size() > longest_email || !is_utf8(text)) return false;
  const auto at = text.find('@');
  if (at == 0 || at == text.npos || text.find('@', at + 1) != text.npos) return false;
  const auto domain = text.substr(at + 1);
  if (domain.find('.') == domain.npos || domain.front() == '.' || domain.back() == '.')
    return false;
  return std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
           std::string_view("<>,;:\"\\").contains(c);
  });
}

std::string email_key(std::string_view email) {
  std::string key(trimmed(email));
  for (auto& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return key;
}

}  // namespace touchstone::people
