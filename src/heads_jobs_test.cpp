#include "heads_jobs.h"

#include <gmock/gmock.h>

#include <fstream>

#include "app.h"
#include "platform/log/log.h"
#include "platform/sql/history_chain.h"
#include "platform/sql/testing.h"
#include "verify.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

class Heads : public sql::testing::OnBothDatabases {
 protected:
  // How long from now each job waits, in hours, rounded.
  std::vector<std::int64_t> waiting() {
    std::vector<std::int64_t> hours;
    read([&](sql::Read& read) {
      for (const auto& row : read.rows("SELECT run_at FROM job ORDER BY run_at"))
        hours.push_back(std::chrono::round<std::chrono::hours>(row.get<Moment>(0) - now()).count());
    });
    return hours;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Heads);

TEST_P(Heads, of_all_chains_are_logged_once_a_day_however_often_the_program_starts) {
  plan_next_heads(database());
  plan_next_heads(database());
  EXPECT_THAT(waiting(), ::testing::ElementsAre(24));
}

TEST_P(Heads, name_each_chain_in_the_log_and_plan_the_next_day) {
  const auto college = new_uuid();
  write({.workspace = college}, [](sql::Write& write) {
    write.record({.noun = "sheet", .object = new_uuid(), .verb = "made", .change = "{}"});
  });
  plan_next_heads(database());
  housekeep([](sql::Housekeeping& housekeeping) {
    housekeeping.execute("UPDATE job SET run_at = ?", now() - 1h);  // a day has passed
  });
  jobs::Runner runner(database());
  log_heads_daily(runner);
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(runner.run_due(), 1U);
  EXPECT_THAT(::testing::internal::GetCapturedStderr(),
              ::testing::HasSubstr("history of " + to_text(college) + " ends at 1 with "));
  EXPECT_THAT(waiting(), ::testing::ElementsAre(24));
}

TEST_P(Heads, are_logged_however_little_else_is) {
  write({.workspace = new_uuid()}, [](sql::Write& write) {
    write.record({.noun = "sheet", .object = new_uuid(), .verb = "made", .change = "{}"});
  });
  log::set_level(log::Level::error);
  ::testing::internal::CaptureStderr();
  log_heads(database());
  const auto logged = ::testing::internal::GetCapturedStderr();
  log::set_level(log::Level::info);
  EXPECT_THAT(logged, ::testing::HasSubstr(" ends at 1 with "));
}

TEST_P(Heads, P8_of_a_log_show_a_database_that_was_put_back_to_an_older_state) {
  const auto college = new_uuid();
  const auto happen = [&] {
    write({.workspace = college}, [](sql::Write& write) {
      write.record({.noun = "sheet", .object = new_uuid(), .verb = "made", .change = "{}"});
    });
  };
  happen();
  happen();
  ::testing::internal::CaptureStderr();
  log::info("something else");
  log_heads(database());
  const sql::testing::Folder folder;
  const auto log = folder.path() / "log";
  std::ofstream(log) << ::testing::internal::GetCapturedStderr();
  EXPECT_THAT(problems_of_history(database(), heads_in_log(log)), ::testing::IsEmpty());
  // As it was before the second line: whole by itself.
  const auto keys = database().keys();
  housekeep([&](sql::Housekeeping& turn) {
    turn.execute("DELETE FROM history WHERE n = 2");
    sql::Head head{.workspace = college, .n = 1};
    for (const auto& row : turn.rows("SELECT mac FROM history WHERE n = 1"))
      head.mac = row.get<Digest>(0);
    turn.execute("UPDATE history_head SET n = 1, mac = ?, seal = ?", head.mac,
                 sql::seal_of(keys.history, head));
  });
  EXPECT_THAT(problems_of_history(database()), ::testing::IsEmpty());
  const auto found = problems_of_history(database(), heads_in_log(log));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].what, "The log knows of this row, and it is gone.");
  std::ofstream(log) << "nothing of the kind\n";
  EXPECT_THROW(heads_in_log(log), std::runtime_error);
  EXPECT_THROW(heads_in_log(folder.path() / "none"), std::runtime_error);
}

TEST_P(Heads, belong_to_the_work_that_the_program_does_by_itself) {
  App app(database(), {});
  EXPECT_THROW(log_heads_daily(app.jobs), std::logic_error) << "it knows the kind already";
}

}  // namespace
}  // namespace touchstone
