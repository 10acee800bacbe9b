#pragma once
#include <string_view>

#include "standard/node_builder.h"

namespace touchstone::standard {

// Reads one JSON value into the builder. Throws Unreadable for what is no JSON.
void read_json(std::string_view text, NodeBuilder& builder);

}  // namespace touchstone::standard
