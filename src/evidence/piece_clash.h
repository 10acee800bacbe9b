#pragma once
#include <map>
#include <optional>
#include <string>

#include "evidence/piece.h"

namespace touchstone::evidence {

// What the form of a piece asks, by the names of its fields; a file by its SHA-256. A tick is "yes"
// or empty.
using PieceAnswers = std::map<std::string, std::string, std::less<>>;
PieceAnswers answers_of(const Piece& piece);

// What to say to somebody who changed a piece that was changed elsewhere meanwhile: for each field
// that was changed there and differs, what is kept there now. `opened`: what stood there when they
// began; empty: not said, so that whatever differs is told.
Complaints clash_of(const Piece& kept, const Piece& typed,
                    const std::optional<PieceAnswers>& opened);

}  // namespace touchstone::evidence
