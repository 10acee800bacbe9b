#pragma once
#include "evidence/file_form.h"
#include "evidence/seen_piece_proof.h"
#include "platform/json/described.h"

namespace touchstone::evidence {

// GET /{workspace}/evidence/{piece}
http::Response show_piece(sql::Read& read, const http::Request& request, const SeenPiece& seen);
// GET …/{piece}/edit
http::Response show_edit(sql::Read& read, const http::Request& request, const ChangeablePiece& own);
// POST …/{piece}: all that the form asks, with the version that it started from; 409 with what it
// says now when somebody was quicker. 422 while it is in the bin, and when a piece that colleagues
// use would be private from then on.
http::Response save_piece(sql::Write& write, const http::Request& request,
                          const ChangeablePiece& own, const SentFiles& sent);
// POST …/{piece}/bin and …/{piece}/restoration. 422 for the bin while colleagues use the piece, or
// a validated idea shows it.
http::Response bin_piece(sql::Write& write, const http::Request& request,
                         const ChangeablePiece& own);
http::Response restore_piece(sql::Write& write, const http::Request& request,
                             const ChangeablePiece& own);
// POST …/{piece}/address: a public address, said in this answer only; 422 for a piece that must not
// be public. …/{piece}/address-removal takes it back.
http::Response give_address(sql::Write& write, const http::Request& request,
                            const ChangeablePiece& own);
http::Response remove_address(sql::Write& write, const http::Request& request,
                              const ChangeablePiece& own);
// GET /evidence/{secret}
http::Response show_public(sql::Read& read, const http::Request& request,
                           const AddressHolder& holder);

std::string piece_schema(json::Components& components);
std::string address_schema(json::Components& components);
std::string public_schema(json::Components& components);

}  // namespace touchstone::evidence
