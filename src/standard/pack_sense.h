#pragma once
#include <vector>

#include "standard/node.h"
#include "standard/pack.h"

namespace touchstone::standard {

// What a pack of the right shape says that cannot be: keys that stand twice or name nothing, bands
// with gaps or overlaps (C-11), facts without what they need. In no order.
std::vector<PackProblem> problems_with_sense(const Node& pack, const Content& content);

}  // namespace touchstone::standard
