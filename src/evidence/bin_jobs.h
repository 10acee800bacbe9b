#pragma once
#include <memory>

#include "platform/files/storage.h"
#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"

namespace touchstone::evidence {

// Puts into the bin what was to be kept until yesterday, and deletes what has been there for 30
// days, in every workspace, each by its clock.
void tidy_up(sql::Database& database);
// Once a day; then deletes the files that no piece has.
void tidy_up_daily(jobs::Runner& runner, std::shared_ptr<files::Storage> storage);
// Plans the next time, unless it waits already.
void plan_next_tidying(sql::Database& database);

}  // namespace touchstone::evidence
