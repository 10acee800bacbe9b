#include "self_assessment/institution_jobs.h"

#include "people/people.h"
#include "self_assessment/institution_store.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view figures_kind = "show_figures";

std::optional<Date> today_in(sql::Read& read, const Uuid& workspace) {
  for (const auto& each : people::all_workspaces(read))
    if (each.id.value == workspace) return people::today(each, now());
  return std::nullopt;
}

void show(sql::Database& database, const jobs::Job& job) {
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = job.workspace, .channel = sql::Channel::job});
    if (const auto today = today_in(write, job.workspace)) show_all_figures(write, *today);
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
}

}  // namespace

void add_jobs(jobs::Runner& runner) {
  runner.on(std::string(figures_kind), show);
}

void show_by_demo_clock(sql::Write& write, Date today) {
  show_all_figures(write, today);
}

void ask_for_figures(sql::Write& write, Date today) {
  auto run_at = now();
  if (const auto due = figures_due_on(write, write.actor().workspace); due && *due > today)
    run_at += std::chrono::sys_days(*due) - std::chrono::sys_days(today);
  jobs::enqueue(write, figures_kind, "{}", run_at);
}

}  // namespace touchstone::self_assessment
