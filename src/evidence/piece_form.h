#pragma once
#include <string>

#include "evidence/piece.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::evidence {

// What somebody typed: the piece as far as it could be understood, and its dates as typed.
struct TypedPiece {
  Piece piece{};
  std::string about_on{};
  std::string came_on{};
  std::string keep_until{};
  Complaints complaints{};
};

TypedPiece typed_of(const Piece& piece);
// Reads all that the form asks over what `piece` was before, and says what is wrong with it.
// Without `came_on` it came today.
TypedPiece read_piece(const http::Request& request, Piece piece);

// The questions, without the form around them.
Html piece_questions(const TypedPiece& typed);

}  // namespace touchstone::evidence
