#pragma once
#include <cstdint>
#include <string>

#include "self_assessment/sheet_view.h"

// What the page for paper and the copies to keep are made of (C-31).
namespace touchstone::self_assessment {

enum class On : std::uint8_t { page, file };

// The areas of one printed sheet as tables: each theme with what every level says, and the chosen
// one marked.
Html area_tables(const SheetView& view, int sheet, On where);

// "Silver"; "not yet" while a theme has no answer; "none" where all have, and add up to no level.
std::string level_in_words(const SheetView& view, const std::optional<std::string>& level);
// "finished 3 May 2027", or "not finished, as at 5 May 2027".
std::string state_in_words(const http::Request& request, const ScoreSheet& sheet);
// Where Word and PDF copies of a sheet are.
Html copy_links(const http::Request& request, const ScoreSheet& sheet);

}  // namespace touchstone::self_assessment
