#pragma once
#include <expected>

#include "evidence/address_store.h"
#include "evidence/piece_store.h"
#include "platform/http/routes.h"

namespace touchstone::evidence {

// The proof that somebody of the organisation is here to see its library.
class Library {
 public:
  Library(Library&&) = default;
  const Viewer& viewer() const { return viewer_; }

  friend std::expected<Library, http::Response> library_of(sql::Read&, const http::Request&,
                                                           http::Verb);

 private:
  explicit Library(Viewer viewer) : viewer_(std::move(viewer)) {}
  Viewer viewer_;
};

// … that they may see this piece.
class SeenPiece {
 public:
  SeenPiece(SeenPiece&&) = default;
  const Viewer& viewer() const { return viewer_; }
  const Piece& piece() const { return piece_; }

  friend std::expected<SeenPiece, http::Response> seen_piece(sql::Read&, const http::Request&,
                                                             http::Verb);

 private:
  SeenPiece(Viewer viewer, Piece piece) : viewer_(std::move(viewer)), piece_(std::move(piece)) {}
  Viewer viewer_;
  Piece piece_;
};

// … and that they may change it.
class ChangeablePiece {
 public:
  ChangeablePiece(ChangeablePiece&&) = default;
  const Viewer& viewer() const { return seen_.viewer(); }
  const Piece& piece() const { return seen_.piece(); }
  const SeenPiece& seen() const { return seen_; }

  friend std::expected<ChangeablePiece, http::Response> changeable_piece(sql::Read&,
                                                                         const http::Request&,
                                                                         http::Verb);

 private:
  explicit ChangeablePiece(SeenPiece seen) : seen_(std::move(seen)) {}
  SeenPiece seen_;
};

// The proof that whoever asks holds the secret of a public address, with or without an account.
class AddressHolder {
 public:
  AddressHolder(AddressHolder&&) = default;
  const PublicPiece& shown() const { return shown_; }

  friend std::expected<AddressHolder, http::Response> address_holder(sql::Read&,
                                                                     const http::Request&,
                                                                     http::Verb);

 private:
  explicit AddressHolder(PublicPiece shown) : shown_(std::move(shown)) {}
  PublicPiece shown_;
};

// Who asks, as the rules of this room want to know it.
Viewer viewer_of(const http::Request& request);

// Any member.
std::expected<Library, http::Response> library_of(sql::Read& read, const http::Request& request,
                                                  http::Verb verb);
// The {piece} of the address: 404 for those who may not see it, and for everybody but those who may
// change it while it is in the bin.
std::expected<SeenPiece, http::Response> seen_piece(sql::Read& read, const http::Request& request,
                                                    http::Verb verb);
// 403 for those who may see it, but not change it.
std::expected<ChangeablePiece, http::Response> changeable_piece(sql::Read& read,
                                                                const http::Request& request,
                                                                http::Verb verb);
// The {secret} of the address: 404 when it opens nothing (any more).
std::expected<AddressHolder, http::Response> address_holder(sql::Read& read,
                                                            const http::Request& request,
                                                            http::Verb verb);

}  // namespace touchstone::evidence
