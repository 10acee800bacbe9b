#pragma once
#include <vector>

#include "standard/node.h"
#include "standard/pack.h"

namespace touchstone::standard {

// Where the pack departs from standards/pack.schema.json, in no order.
std::vector<PackProblem> problems_with_shape(const Node& pack);

}  // namespace touchstone::standard
