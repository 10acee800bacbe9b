#pragma once
#include <filesystem>
#include <vector>

#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"
#include "platform/sql/history.h"

namespace touchstone {

// One line in the log for the end of each chain of history. A chain that is put back to an older
// state as a whole shows against these lines.
void log_heads(sql::Database& database);
// What such a log says, in its order; other lines do no harm. Throws std::runtime_error when it
// cannot be read or says nothing of the kind.
std::vector<sql::Head> heads_in_log(const std::filesystem::path& log);

// Teaches the runner to do that once a day.
void log_heads_daily(jobs::Runner& runner);
// Sees that it is going to happen, on whichever node is free. A database that cannot be written
// gets a line in the log.
void plan_next_heads(sql::Database& database);

}  // namespace touchstone
