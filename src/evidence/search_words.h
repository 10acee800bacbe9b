#pragma once
#include <string>
#include <vector>

#include "evidence/piece.h"

namespace touchstone::evidence {

inline constexpr std::size_t most_words = 150;  // of a piece that can be searched for

// What a piece is found by: of its title, then its text, then its address.
std::vector<std::string> search_words(const Piece& piece);

}  // namespace touchstone::evidence
