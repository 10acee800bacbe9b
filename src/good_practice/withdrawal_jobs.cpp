#include "good_practice/withdrawal_jobs.h"

#include "good_practice/withdrawal_store.h"
#include "people/people.h"
#include "platform/jobs/daily.h"

namespace touchstone::good_practice {
namespace {

constexpr std::string_view withdrawn_kind = "tidy_withdrawn_ideas";
constexpr std::size_t withdrawn_at_once = 100;  // in one turn, so that others wait little

std::size_t tidy_some_withdrawn(sql::Database& database, const people::Workspace& workspace) {
  std::size_t deleted = 0;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    deleted = delete_withdrawn(write, people::moment(workspace, now()) - kept_withdrawn,
                               withdrawn_at_once);
    if (deleted == 0) return sql::Verdict::undo;
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return deleted;
}

}  // namespace

void tidy_withdrawn(sql::Database& database) {
  people::in_each_workspace(database, [&](const people::Workspace& workspace) {
    while (tidy_some_withdrawn(database, workspace) == withdrawn_at_once) {
    }
  });
}

void tidy_withdrawn_daily(jobs::Runner& runner) {
  jobs::every_day(runner, std::string(withdrawn_kind), tidy_withdrawn);
}

void plan_next_tidying(sql::Database& database) {
  jobs::plan_next_day(database, withdrawn_kind);
}

}  // namespace touchstone::good_practice
