#pragma once
#include "platform/jobs/jobs.h"

namespace touchstone::self_assessment {

// Writes to everybody whose targets are due within a week or late: once before the day and once
// after it, to nobody else, and without saying what they are about. Where mail is not set up it
// does nothing.
void remind_of_targets(sql::Database& database);
// The same, every day.
void remind_of_targets_daily(jobs::Runner& runner);
// A demo's clock was moved: at once, besides.
void remind_by_demo_clock(sql::Write& write, Date today);
void plan_next_reminding(sql::Database& database);

}  // namespace touchstone::self_assessment
