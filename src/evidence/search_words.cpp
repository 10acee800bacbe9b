#include "evidence/search_words.h"

#include "platform/search_words.h"

namespace touchstone::evidence {

std::vector<std::string> search_words(const Piece& piece) {
  return words_in(piece.title + "\n" + piece.text + "\n" + piece.link + "\n" +
                      (piece.file ? piece.file->name : std::string()),
                  most_words);
}

}  // namespace touchstone::evidence
