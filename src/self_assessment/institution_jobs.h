#pragma once
#include "platform/jobs/jobs.h"
#include "platform/sql/turn.h"

namespace touchstone::self_assessment {

// What brings the shown figures of a workspace up to date. Before the runner starts.
void add_jobs(jobs::Runner& runner);

// A demo's clock was moved to that day.
void show_by_demo_clock(sql::Write& write, Date today);

// Asks for it, as soon as the last figures have lasted; in the turn that finished a sheet.
void ask_for_figures(sql::Write& write, Date today);

}  // namespace touchstone::self_assessment
