#pragma once
#include <vector>

#include "evidence/library_store.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::evidence {

Html library_page(const http::Request& request, const Query& query, const LibraryPage& page);
Html evidence_bin_page(const http::Request& request, const std::vector<Piece>& pieces);

// What of an address asks the same, from there on.
Url asking(const http::Request& request, const Query& query);
std::string text_of_end(const LibraryEnd& end);
std::optional<LibraryEnd> end_from_text(std::string_view text);

std::string_view to_text(Order order);  // "came"
Order order_from_text(std::string_view text);

}  // namespace touchstone::evidence
