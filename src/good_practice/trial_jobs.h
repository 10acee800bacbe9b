#pragma once
#include "platform/jobs/jobs.h"

namespace touchstone::good_practice {

// Writes once to everybody who tries something and whose day to look back has come, with a link to
// the report (E-19). Where mail is not set up it does nothing.
void remind_of_trials(sql::Database& database);
// The same, every day.
void remind_of_trials_daily(jobs::Runner& runner);
// A demo's clock was moved: at once, besides.
void remind_of_trials_by_demo_clock(sql::Write& write, Date today);
void plan_next_trial_reminding(sql::Database& database);

}  // namespace touchstone::good_practice
