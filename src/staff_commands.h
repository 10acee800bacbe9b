#pragma once
#include <CLI/CLI.hpp>

#include "commands.h"

namespace touchstone {

// `touchstone staff …`
void add_staff(CLI::App& app, Command& command);

}  // namespace touchstone
