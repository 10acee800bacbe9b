#pragma once
#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"

namespace touchstone::good_practice {

// Deletes in all workspaces what its finder withdrew longer ago than `kept_withdrawn`, by the clock
// of each.
void tidy_withdrawn(sql::Database& database);

// Teaches the runner to do that once a day.
void tidy_withdrawn_daily(jobs::Runner& runner);
// Sees that it is going to happen, on whichever node is free.
void plan_next_tidying(sql::Database& database);

}  // namespace touchstone::good_practice
