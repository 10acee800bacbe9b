#pragma once
#include <iosfwd>
#include <string_view>

#include "standard/standard.h"

namespace touchstone::self_assessment {

// `touchstone score`: answers as JSON, {"theme-key": "level-key" | null, …}, in; what they add up
// to as JSON, out. Themes that are missing count as not judged. Gives the exit code: 0, or 2 for
// input that cannot be used, with one line per complaint on `err` that names the row.
int score_command(std::string_view answers, const standard::Content& content,
                  std::string_view subject, std::ostream& out, std::ostream& err);

}  // namespace touchstone::self_assessment
