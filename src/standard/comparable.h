#pragma once
#include <string>
#include <vector>

#include "standard/content.h"

namespace touchstone::standard {

// Whether two versions are of one family: the same standard, or one made from the other, or both
// from the same third.
bool are_related(const Content& one, const Content& other);

// The keys of the elements that can be set side by side in both, in the order of `parent`: the same
// key, both scored or neither, and the same levels with the same points. What one of them added
// stands in neither's comparison total (C-30).
std::vector<std::string> comparable(const Content& parent, const Content& child);

}  // namespace touchstone::standard
