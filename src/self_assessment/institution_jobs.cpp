#include "self_assessment/institution_jobs.h"

#include "people/people.h"
#include "platform/jobs/daily.h"
#include "self_assessment/institution_store.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view figures_kind = "show_figures";

constexpr std::string_view daily_kind = "show_figures_daily";

void show_in(sql::Database& database, const people::Workspace& workspace) {
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    show_all_figures(write, people::today(workspace, now()));
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
}

void show(sql::Database& database, const jobs::Job& job) {
  people::Workspace workspace;
  database.read([&](sql::Read& read) { workspace = people::workspace(read, {job.workspace}); });
  show_in(database, workspace);
}

}  // namespace

void add_jobs(jobs::Runner& runner) {
  runner.on(std::string(figures_kind), show);
  jobs::every_day(runner, std::string(daily_kind), show_figures_everywhere);
}

void show_by_demo_clock(sql::Write& write, Date today) {
  show_all_figures(write, today);
}

void ask_for_figures(sql::Write& write) {
  jobs::enqueue(write, figures_kind, "{}", now());
}

void show_figures_everywhere(sql::Database& database) {
  people::in_each_workspace(
      database, [&](const people::Workspace& workspace) { show_in(database, workspace); });
}

void plan_next_showing(sql::Database& database) {
  jobs::plan_next_day(database, daily_kind);
}

}  // namespace touchstone::self_assessment
