#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "platform/jobs/jobs.h"

// Work for the whole installation that happens once a day, on whichever node is free.
namespace touchstone::jobs {

// Teaches the runner the work of that kind; each time it is done, the next is planned.
void every_day(Runner& runner, const std::string& kind, std::function<void(sql::Database&)> work);

// Plans it for a day from now, unless it waits already. A database that cannot be written gets a
// line in the log.
void plan_next_day(sql::Database& database, std::string_view kind);

}  // namespace touchstone::jobs
