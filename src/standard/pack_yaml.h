#pragma once
#include <string_view>

#include "standard/node_builder.h"

namespace touchstone::standard {

// Reads one YAML document into the builder. Throws Unreadable for what is no YAML, and for anchors,
// aliases, tags and a second document. Plain words are text, but for true, false, null and numbers.
void read_yaml(std::string_view text, NodeBuilder& builder);

}  // namespace touchstone::standard
