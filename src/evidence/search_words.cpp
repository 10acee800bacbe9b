#include "evidence/search_words.h"

#include <algorithm>

#include "platform/text.h"

namespace touchstone::evidence {
namespace {

bool is_of_a_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
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
  const auto key = sort_key(text);
  std::vector<std::string> words;
  for (auto at = key.begin(); words.size() < at_most;) {
    const auto begin = std::find_if(at, key.end(), is_of_a_word);
    if (begin == key.end()) break;
    at = std::find_if_not(begin, key.end(), is_of_a_word);
    const auto word = shortened(std::string_view(begin, at));
    if (std::ranges::find(words, word) == words.end()) words.emplace_back(word);
  }
  return words;
}

std::vector<std::string> search_words(const Piece& piece) {
  return words_in(piece.title + "\n" + piece.text + "\n" + piece.link + "\n" +
                      (piece.file ? piece.file->name : std::string()),
                  most_words);
}

std::string search_key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const auto& word : words) key.append(" ").append(word);
  return key;
}

}  // namespace touchstone::evidence
