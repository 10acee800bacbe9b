#include "platform/search_words.h"

#include <algorithm>

#include "platform/text.h"

namespace touchstone {
namespace {

// Bytes of the sign that a key begins with, 0 where it begins with a letter or a digit. Of what is
// not ASCII: U+00A0 to U+00BF, such as «, and U+2000 to U+207F, such as quotation marks and dashes.
std::size_t sign_before(std::string_view key) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(key[i]); };
  const char c = key.front();
  if (byte(0) < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? 0 : 1;
  if (key.size() > 1 && byte(0) == 0xc2) return 2;
  const bool is_punctuation =
      key.size() > 2 && byte(0) == 0xe2 && (byte(1) == 0x80 || byte(1) == 0x81);
  return is_punctuation ? 3 : 0;
}

// At most so many bytes, and no half character at the end.
std::string_view shortened(std::string_view word) {
  if (word.size() <= longest_word) return word;
  auto end = longest_word;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) --end;
  return word.substr(0, end);
}

}  // namespace

std::vector<std::string> words_in(std::string_view text, std::size_t at_most) {
  const auto folded = sort_key(text);
  std::vector<std::string> words;
  for (std::string_view rest = folded; !rest.empty() && words.size() < at_most;) {
    if (const auto sign = sign_before(rest); sign > 0) {
      rest.remove_prefix(sign);
      continue;
    }
    std::size_t end = 1;
    while (end < rest.size() && sign_before(rest.substr(end)) == 0) ++end;
    const auto word = shortened(rest.substr(0, end));
    if (std::ranges::find(words, word) == words.end()) words.emplace_back(word);
    rest.remove_prefix(end);
  }
  return words;
}

std::string search_key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const auto& word : words) key.append(" ").append(word);
  return key;
}

std::array<std::string, most_searched_words> search_patterns(
    const std::vector<std::string>& words) {
  std::array<std::string, most_searched_words> patterns;
  for (std::size_t i = 0; i < patterns.size(); ++i)
    patterns.at(i) = i < words.size() ? "% " + words[i] + "%" : std::string("%");
  return patterns;
}

}  // namespace touchstone
