#pragma once
#include <expected>

#include "standard/case_scales.h"
#include "standard/pack.h"

namespace touchstone::standard {

// The items of a CFPackage as the `areas` of a pack, by their isChildOf, in the order of its
// sequence numbers. Refused where they stand more than fifteen deep.
std::expected<Node, PackProblem> areas_of_case(const Node& package, CaseScales& scales);

}  // namespace touchstone::standard
