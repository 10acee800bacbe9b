#include "heads_jobs.h"

#include <gmock/gmock.h>

#include "app.h"
#include "platform/sql/testing.h"

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

TEST_P(Heads, belong_to_the_work_that_the_program_does_by_itself) {
  App app(database(), {});
  EXPECT_THROW(log_heads_daily(app.jobs), std::logic_error) << "it knows the kind already";
}

}  // namespace
}  // namespace touchstone
