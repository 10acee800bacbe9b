#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "evidence/piece.h"
#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// A new secret, at whose address anybody reads the piece; what was given out before works no more.
// Only its hash is kept.
std::string make_address(sql::Write& write, Id<Piece> piece, Moment at);
// Nothing changes where there is none.
void take_back_address(sql::Write& write, Id<Piece> piece);
std::optional<Moment> address_made_at(sql::Read& read, const Uuid& workspace, Id<Piece> piece);

struct PublicPiece {
  people::Workspace workspace{};
  Piece piece{};
};
// Empty for a secret that was never given out or was taken back, and for a piece that must not be
// public (any more).
std::optional<PublicPiece> piece_at(sql::Read& read, std::string_view secret);

}  // namespace touchstone::evidence
