#pragma once
#include <optional>
#include <string>

#include "evidence/file_form.h"
#include "evidence/piece_clash.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::evidence {

// What somebody typed: the piece as far as it could be understood, and its dates as typed.
struct TypedPiece {
  Piece piece{};
  std::string about_on{};
  std::string came_on{};
  std::string keep_until{};
  SentFiles sent{};
  Complaints complaints{};
  std::optional<PieceAnswers> opened{};  // what stood there when its form was opened
};

TypedPiece typed_of(const Piece& piece);
// Reads all that the form asks over what `piece` was before, and says what is wrong with it.
// Without `came_on` it came today. A file makes it one of the kind "file", with the file's name for
// its title when it has none; of several files it is the first.
TypedPiece read_piece(const http::Request& request, Piece piece, const SentFiles& sent);
// The pieces that it comes to: one for each file that was sent, or the one without.
std::vector<Piece> pieces_of(const TypedPiece& typed);

// The questions, without the form around them, which sends files.
Html piece_questions(const http::Request& request, const TypedPiece& typed);

}  // namespace touchstone::evidence
