#pragma once
#include <memory>

#include "platform/files/storage.h"
#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"

namespace touchstone::evidence {

// Puts into the bin what was to be kept until yesterday, and deletes what has been there for 30
// days, in every workspace, each by its clock.
void tidy_up(sql::Database& database);
// The work of a night: deletes the files that no piece has, and only then tidies up. So the bytes
// of what goes from the bin stay until the next night, and a copy of the database that was made
// before finds them when the files are copied after it.
void tidy_night(sql::Database& database, files::Storage& storage);
// That, once a day.
void tidy_up_daily(jobs::Runner& runner, std::shared_ptr<files::Storage> storage);
// Plans the next time, unless it waits already.
void plan_next_tidying(sql::Database& database);

}  // namespace touchstone::evidence
