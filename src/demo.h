#pragma once
#include "config.h"
#include "terminal.h"

namespace touchstone {

// Fills an empty data directory with the demo world, and lists its people on `out` as JSON:
// {"people": [{"name", "email", "password", "role", "workspace"}, …]}. 2 when anybody has an
// account there already.
int make_demo(const Config& config, Terminal& terminal);

}  // namespace touchstone
