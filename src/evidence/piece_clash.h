#pragma once
#include "evidence/piece.h"

namespace touchstone::evidence {

// What to say to somebody who changed a piece that was changed elsewhere meanwhile: for each field
// that differs, what is kept there now.
Complaints clash_of(const Piece& kept, const Piece& typed);

}  // namespace touchstone::evidence
