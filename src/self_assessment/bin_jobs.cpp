#include "self_assessment/bin_jobs.h"

#include "people/people.h"
#include "platform/jobs/daily.h"
#include "self_assessment/bin_store.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view empty_bins_kind = "empty_bins";
constexpr std::size_t at_once = 100;  // sheets in one turn, so that others wait little

std::size_t empty_some(sql::Database& database, const people::Workspace& workspace) {
  std::size_t deleted = 0;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    deleted = empty_bin(write, people::moment(workspace, now()) - kept_in_bin, at_once);
    if (deleted == 0) return sql::Verdict::undo;
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return deleted;
}

}  // namespace

void empty_bins(sql::Database& database) {
  people::in_each_workspace(database, [&](const people::Workspace& workspace) {
    while (empty_some(database, workspace) == at_once) {
    }
  });
}

void empty_bins_daily(jobs::Runner& runner) {
  jobs::every_day(runner, std::string(empty_bins_kind), empty_bins);
}

void plan_next_emptying(sql::Database& database) {
  jobs::plan_next_day(database, empty_bins_kind);
}

}  // namespace touchstone::self_assessment
