#include "self_assessment/institution_jobs.h"

#include "people/people.h"
#include "platform/jobs/daily.h"
#include "platform/log/log.h"
#include "self_assessment/showing_store.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view figures_kind = "show_figures";

constexpr std::string_view daily_kind = "show_figures_daily";

// What may be shown is worked out beside the write turns, which everybody waits for; somebody may
// finish a sheet meanwhile.
constexpr int tries = 3;

// Whether there is nothing more to do: shown, or nothing new may be.
bool show_once(sql::Database& database, const people::Workspace& workspace,
               const CountedVoice& counted) {
  std::optional<FiguresToShow> figures;
  database.read([&](sql::Read& read) {
    figures = figures_to_show(read, workspace.id.value, counted, people::today(workspace, now()));
  });
  if (!figures) return true;
  bool shown = false;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    shown = show_figures(write, *figures);
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return shown;
}

void show_in(sql::Database& database, const people::Workspace& workspace) {
  std::vector<CountedVoice> voices;
  database.read([&](sql::Read& read) { voices = counted_voices(read, workspace.id.value); });
  for (const auto& counted : voices) {
    bool settled = false;
    for (int tried = 0; tried < tries && !settled; ++tried)
      settled = show_once(database, workspace, counted);
    if (!settled) log::info("figures of {} wait for a quieter hour", workspace.slug);
  }
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
