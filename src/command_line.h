#pragma once
#include <string>
#include <vector>

#include "platform/control/control.h"
#include "platform/sql/database.h"
#include "terminal.h"

namespace touchstone {

// Runs `touchstone ARGUMENTS` and gives its exit code: 0 done, 2 when something given is wrong, 1
// when something broke; `err` has the reason. A command that needs the database while another
// process of ours serves it is run over there.
int run(const std::vector<std::string>& arguments, Terminal& terminal);

// The same for a command that came from outside, on a database that is open.
control::Outcome run_on(sql::Database& database, const control::Call& call);

}  // namespace touchstone
