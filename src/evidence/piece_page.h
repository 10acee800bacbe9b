#pragma once
#include <string>
#include <vector>

#include "evidence/piece_form.h"
#include "evidence/seen_piece_proof.h"
#include "evidence/use_view.h"

namespace touchstone::evidence {

// One piece with all that belongs to it.
struct PieceView {
  const SeenPiece& seen;
  std::string maker{};  // name; empty: erased
  std::vector<Piece> revisions{};
  std::vector<UseLine> uses{};
  std::optional<Moment> public_since{};  // its public address was made; empty: it has none
  std::string kept_out_of_bin{};         // why it does not go there; empty: it may
};
// What the form for a public address says of the one it replaces, so that sending it twice makes
// one.
std::string replaced_by_form(const std::optional<Moment>& public_since);

Html piece_page(const http::Request& request, const PieceView& view);

Html new_piece_page(const http::Request& request, const TypedPiece& typed);
Html edit_piece_page(const http::Request& request, const TypedPiece& typed);
// Says the address once; it is not kept.
Html address_page(const http::Request& request, const Piece& piece, std::string_view address);
// What anybody with the address sees.
Html public_piece_page(const http::Request& request, const PublicPiece& shown);

}  // namespace touchstone::evidence
