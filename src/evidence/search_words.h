#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "evidence/piece.h"

namespace touchstone::evidence {

inline constexpr std::size_t most_words = 150;         // of a piece that can be searched for
inline constexpr std::size_t most_searched_words = 6;  // of what somebody types; more say nothing
inline constexpr std::size_t longest_word = 40;        // bytes; what is beyond says nothing

// The different words of a text in lower case without accents, in their order, `at_most` so many.
// Signs part words and belong to none.
std::vector<std::string> words_in(std::string_view text, std::size_t at_most);

// What a piece is found by: of its title, then its text, then its address.
std::vector<std::string> search_words(const Piece& piece);
// The same as one text, each word after a space.
std::string search_key_of(const std::vector<std::string>& words);

}  // namespace touchstone::evidence
