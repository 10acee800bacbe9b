#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "self_assessment/shared_sheet_proof.h"

// A score sheet, or one theme of it, as a colleague sees it, and what the two write about it.
namespace touchstone::self_assessment {

http::Response show_shared(sql::Read& read, const http::Request& request,
                           const SharedSheet& shared);
// Takes the request out of its audience's work without a comment.
http::Response put_away_shared(sql::Write& write, const http::Request& request,
                               const SharedSheet& shared);
http::Response comment_on(sql::Write& write, const http::Request& request,
                          const SharedSheet& shared);

std::string shared_schema(json::Components& components);

}  // namespace touchstone::self_assessment
