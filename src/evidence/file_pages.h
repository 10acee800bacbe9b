#pragma once
#include "evidence/seen_piece_proof.h"
#include "platform/http/routes.h"

namespace touchstone::evidence {

// The bytes of a file to whoever may have them; 404 where there is none.
http::Response sent_file(const http::Request& request, const std::optional<File>& file);

// The file of a piece, to be kept; ranges of it too.
http::Response send_file(sql::Read& read, const http::Request& request, const SeenPiece& seen);
// That of the {version} of the address.
http::Response send_earlier_file(sql::Read& read, const http::Request& request,
                                 const SeenPiece& seen);
// For anybody who holds the piece's public address.
http::Response send_public_file(sql::Read& read, const http::Request& request,
                                const AddressHolder& holder);

}  // namespace touchstone::evidence
