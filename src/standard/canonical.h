#pragma once
#include <string>

#include "standard/node.h"

namespace touchstone::standard {

// JSON with members sorted by name, without white space, without `published` and
// `source.checked_on`.
std::string canonical_form(const Node& pack);

}  // namespace touchstone::standard
