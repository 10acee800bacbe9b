#pragma once
#include <string_view>

#include "evidence/piece.h"
#include "evidence/use.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// What a thing of another room does when a piece that it shows comes or goes in the library: into
// the bin, out of it, or for good.
using NoteChange = void (*)(sql::Write& write, const Thing& thing);

// How things of that noun do that. Registered when the program is put together; things of any other
// noun do not mind.
void changes_with(std::string_view noun, NoteChange note);

// Has it noted by every thing that the piece is used for.
void note_change(sql::Write& write, Id<Piece> piece);

}  // namespace touchstone::evidence
