#pragma once
#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"

namespace touchstone::self_assessment {

// Deletes what has been in the bins of all workspaces for longer than `kept_in_bin`, by the clock
// of each.
void empty_bins(sql::Database& database);

// Teaches the runner to do that once a day.
void empty_bins_daily(jobs::Runner& runner);
// Sees that it is going to happen, on whichever node is free. A database that cannot be written
// gets a line in the log.
void plan_next_emptying(sql::Database& database);

}  // namespace touchstone::self_assessment
