#pragma once
#include "platform/jobs/jobs.h"
#include "platform/sql/turn.h"

namespace touchstone::self_assessment {

// What brings the shown figures of a workspace up to date: each day, and when it is asked for.
// Before the runner starts.
void add_jobs(jobs::Runner& runner);

// Asks for it in the turn that finished a sheet, so that the first figures need not wait for a day.
void ask_for_figures(sql::Write& write);
// What the daily work does; and plans it.
void show_figures_everywhere(sql::Database& database);
void plan_next_showing(sql::Database& database);
// A demo's clock was moved to that day.
void show_by_demo_clock(sql::Write& write, Date today);

}  // namespace touchstone::self_assessment
