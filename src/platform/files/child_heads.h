#pragma once
#include <string>
#include <vector>

namespace touchstone::files {

using Row = std::vector<std::string>;
using Sheet = std::vector<Row>;

// Whether the first rows of a sheet look like a list with a row for each child or learner: heads
// that name one (a number such as ULN, or names) beside heads that tell something about one, and
// something below. What only says "Name" may head colleges or courses: then what stands below is
// looked at too. A hint and no proof.
bool is_of_children(const Sheet& sheet);

}  // namespace touchstone::files
