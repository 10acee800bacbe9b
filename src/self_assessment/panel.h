#pragma once
#include <string>
#include <string_view>

namespace touchstone::self_assessment {

// Names as they stand in a sentence: those typed one a line get a comma between them, unless the
// line ends with a comma, a semicolon or "and" already.
std::string names_in_one_line(std::string_view typed);

}  // namespace touchstone::self_assessment
