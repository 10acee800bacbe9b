#pragma once
#include "config.h"
#include "signin/signin.h"
#include "terminal.h"

namespace touchstone {

// Both organisations of the demo, with all that the rooms put into them.
signin::DemoAccounts fill_demo_world(sql::Database& database,
                                     const std::filesystem::path& data_directory);

// Fills an empty data directory with the demo world, and lists its people on `out` as JSON:
// {"people": [{"name", "email", "password", "role", "workspace"}, …]}. 2 when anybody has an
// account there already.
int make_demo(const Config& config, Terminal& terminal);

}  // namespace touchstone
