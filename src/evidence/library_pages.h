#pragma once
#include "evidence/file_form.h"
#include "evidence/seen_piece_proof.h"
#include "platform/json/described.h"

namespace touchstone::evidence {

// GET /{workspace}/evidence?search=&kind=&source=&own=&order=came|about|title&after=: 50 at a time.
http::Response show_library(sql::Read& read, const http::Request& request, const Library& library);
// GET …/evidence/new
http::Response show_new(sql::Read& read, const http::Request& request, const Library& library);
// POST …/evidence: one piece; 303 to it, 201 as JSON.
http::Response add_piece(sql::Write& write, const http::Request& request, const Library& library,
                         const SentFiles& sent);
// GET …/evidence/bin: what they may put back.
http::Response show_library_bin(sql::Read& read, const http::Request& request,
                                const Library& library);

std::string library_schema(json::Components& components);

}  // namespace touchstone::evidence
