#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// Whether a spreadsheet would take the text for a formula, after any apostrophes.
bool would_be_formula(std::string_view text);

// Rows as CSV (RFC 4180): UTF-8 with a byte order mark, commas and CRLF, every cell quoted. What a
// spreadsheet would take for a formula gets an apostrophe in front.
std::string csv_text(const std::vector<std::vector<std::string>>& rows);

}  // namespace touchstone
