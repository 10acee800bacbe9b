#pragma once
#include "platform/http/routes.h"
#include "self_assessment/own_sheet_proof.h"

namespace touchstone::self_assessment {

// The sheet for paper: chapters, levels, points, with SCORE and LEVEL boxes (C-31).
http::Response show_paper(sql::Read& read, const http::Request& request, const OwnSheet& own);

// The same with one's notes and targets, as a file to take along.
http::Response copy_as_word(sql::Read& read, const http::Request& request, const OwnSheet& own);
http::Response copy_as_pdf(sql::Read& read, const http::Request& request, const OwnSheet& own);

}  // namespace touchstone::self_assessment
