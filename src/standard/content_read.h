#pragma once
#include "standard/content.h"
#include "standard/node.h"

namespace touchstone::standard {

// What a pack of the right shape says.
Content content_in(const Node& pack);

}  // namespace touchstone::standard
