#pragma once
#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"

namespace touchstone {

// One line in the log for the end of each chain of history. A chain that is put back to an older
// state as a whole shows against these lines.
void log_heads(sql::Database& database);

// Teaches the runner to do that once a day.
void log_heads_daily(jobs::Runner& runner);
// Sees that it is going to happen, on whichever node is free. A database that cannot be written
// gets a line in the log.
void plan_next_heads(sql::Database& database);

}  // namespace touchstone
