#pragma once
#include <string>
#include <vector>

#include "evidence/file_form.h"
#include "evidence/piece.h"
#include "evidence/use_store.h"
#include "platform/html/url.h"
#include "platform/http/response.h"

// Files that came with a thing of another room, which says who may read them.
namespace touchstone::evidence {

// Each becomes a piece in the library of whoever is responsible for it, seen there by them alone,
// and used for that thing. `note`: what it says beside the file.
void attach(sql::Write& write, const SentFiles& sent, const Thing& thing,
            Id<people::Person> responsible, std::string_view note, Date today, Moment at);

// Where its file came with that form and was asked about: that whoever saves it said that nobody
// can be recognised in it. For the history; part of the write that adds the file.
void note_answer(sql::Write& write, const SentFiles& sent, const Piece& piece);

// The bytes of its file. 404 for a piece without one.
http::Response send_attached(const http::Request& request, const Piece& piece);

// Its name, its size, a link to its bytes at that address, and a picture as one.
Html show_file(const File& file, const Url& address, std::string_view title);

}  // namespace touchstone::evidence
