#include "evidence/bin_jobs.h"

#include "evidence/file_jobs.h"
#include "evidence/piece_store.h"
#include "platform/jobs/daily.h"

namespace touchstone::evidence {
namespace {

constexpr std::string_view tidying = "tidy_evidence";
constexpr std::size_t pieces_at_once = 100;  // in one turn, so that others wait little

bool tidy_some(sql::Database& database, const people::Workspace& workspace) {
  std::size_t most = 0;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    const auto real = now();
    const auto today = people::today(workspace, real);
    const auto moment = people::moment(workspace, real);
    const auto gone = let_go(write, today, moment, pieces_at_once);
    const auto deleted = empty_bin(write, moment - kept_in_bin, pieces_at_once);
    most = std::max(gone, deleted);
    if (most == 0) return sql::Verdict::undo;
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return most == pieces_at_once;
}

}  // namespace

void tidy_up(sql::Database& database) {
  people::in_each_workspace(database, [&](const people::Workspace& workspace) {
    while (tidy_some(database, workspace)) {
    }
  });
}

void tidy_night(sql::Database& database, files::Storage& storage) {
  remove_unused_files(database, storage);
  tidy_up(database);
}

void tidy_up_daily(jobs::Runner& runner, std::shared_ptr<files::Storage> storage) {
  jobs::every_day(
      runner, std::string(tidying),
      [storage = std::move(storage)](sql::Database& database) { tidy_night(database, *storage); });
}

void plan_next_tidying(sql::Database& database) {
  jobs::plan_next_day(database, tidying);
}

}  // namespace touchstone::evidence
