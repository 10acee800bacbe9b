#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "config.h"
#include "platform/sql/database.h"
#include "terminal.h"

namespace touchstone {

// What somebody asked for at the terminal. It does its work alone, or on the open database; each
// gives the exit code.
struct Command {
  Config config;
  bool reads_input = false;
  std::function<int(Terminal&)> alone;
  std::function<int(sql::Database&, Terminal&)> on_database;
};

// Reads the arguments into `command`, which must stay where it is while it runs. Gives the exit
// code instead when that is all: 0 for --help, told on `out`; 2 for wrong arguments, told on `err`.
std::optional<int> parse(const std::vector<std::string>& arguments, Terminal& terminal,
                         Command& command);

}  // namespace touchstone
