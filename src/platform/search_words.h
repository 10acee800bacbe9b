#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

// Texts as what they are found by: words, by how they begin.
namespace touchstone {

inline constexpr std::size_t most_searched_words = 6;  // of what somebody types; more say nothing
inline constexpr std::size_t longest_word = 40;        // bytes; what is beyond says nothing

// The different words of a text in lower case without accents, in their order, `at_most` so many.
// Signs part words and belong to none, typographic ones neither.
std::vector<std::string> words_in(std::string_view text, std::size_t at_most);

// The words as one text, each after a space.
std::string search_key_of(const std::vector<std::string>& words);

// For LIKE, one for each word: a search key with a word that begins so. What is not asked fits all.
std::array<std::string, most_searched_words> search_patterns(const std::vector<std::string>& words);

}  // namespace touchstone
