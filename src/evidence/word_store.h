#pragma once
#include <string>
#include <vector>

#include "evidence/piece.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// Words as the database orders them, from the first to before the last.
struct WordRange {
  std::string first{};
  std::string last{};
};
WordRange beginning_with(std::string_view word);

// Part of the write that adds, changes or removes the piece, which records it.
void add_words(sql::Write& write, Id<Piece> piece, const std::vector<std::string>& words);
void remove_words(sql::Write& write, Id<Piece> piece, const std::vector<std::string>& words);

// The word that the fewest pieces have a word beginning with; empty where each has so many that it
// is quicker to look through the library.
std::string rarest_of(sql::Read& read, const Uuid& workspace,
                      const std::vector<std::string>& words);

}  // namespace touchstone::evidence
