#include "platform/jobs/jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

#include "platform/jobs/daily.h"
#include "platform/jobs/job_store.h"
#include "platform/sql/testing.h"

namespace touchstone::jobs {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

class Queue : public sql::testing::OnBothDatabases {
 protected:
  Uuid put(std::string_view kind, std::string_view payload = "{}", Moment run_at = now()) {
    Uuid id;
    housekeep(
        [&](sql::Housekeeping& turn) { id = enqueue(turn, workspace, kind, payload, run_at); });
    return id;
  }
  std::vector<std::string> rows() {
    std::vector<std::string> found;
    read([&](sql::Read& read) {
      for (const auto& row :
           read.rows("SELECT kind, attempts, problem FROM job ORDER BY run_at, id"))
        found.push_back(row.get<std::string>(0) + " " + std::to_string(row.integer(1)) + " " +
                        row.get<std::optional<std::string>>(2).value_or("-"));
    });
    return found;
  }
  bool waits_until(const std::function<bool()>& holds) {
    for (int i = 0; i < 500 && !holds(); ++i) std::this_thread::sleep_for(10ms);
    return holds();
  }
  const Uuid workspace = new_uuid();
};
INSTANTIATE_ON_BOTH_DATABASES(Queue);

TEST_P(Queue, does_daily_work_once_a_day_however_often_it_is_planned) {
  int done = 0;
  Runner runner(database());
  every_day(runner, "sweep", [&](sql::Database&) { ++done; });
  for (int day = 1; day <= 3; ++day) {
    plan_next_day(database(), "sweep");
    EXPECT_THAT(rows(), ElementsAre("sweep 0 -"));
    EXPECT_EQ(runner.run_due(), 0U);
    housekeep([](sql::Housekeeping& turn) { turn.execute("UPDATE job SET run_at = 0"); });
    EXPECT_EQ(runner.run_due(), 1U);
    EXPECT_EQ(done, day);
    EXPECT_THAT(rows(), ElementsAre("sweep 0 -"));  // the next day's
  }
}

TEST_P(Queue, plans_the_next_day_though_this_one_fails_to_its_end) {
  Runner runner(database(), {.attempts = 1});
  every_day(runner, "sweep", [](sql::Database&) { throw std::runtime_error("no broom"); });
  plan_next_day(database(), "sweep");
  housekeep([](sql::Housekeeping& turn) { turn.execute("UPDATE job SET run_at = 0"); });
  EXPECT_EQ(runner.run_due(), 1U);
  EXPECT_THAT(rows(), ::testing::Contains("sweep 0 -"));
}

TEST_P(Queue, gives_jobs_to_the_handler_of_their_kind_oldest_first_and_forgets_them) {
  std::vector<std::string> seen;
  Runner runner(database());
  runner.on("greet", [&](sql::Database&, const Job& job) {
    EXPECT_EQ(job.workspace, workspace);
    EXPECT_EQ(job.attempt, 1);
    seen.push_back(job.payload);
  });
  put("greet", "second", now() - 1s);
  put("greet", "first", now() - 2s);
  put("greet", "later", now() + 1h);
  EXPECT_EQ(runner.run_due(), 2U);
  EXPECT_THAT(seen, ElementsAre("first", "second"));
  EXPECT_THAT(rows(), ElementsAre("greet 0 -"));
}

TEST_P(Queue, keeps_a_job_only_with_the_change_that_asked_for_it) {
  const sql::Actor actor{.workspace = workspace};
  EXPECT_THROW(write(actor,
                     [](sql::Write& write) {
                       enqueue(write, "greet", "{}", now());
                       throw std::runtime_error("no");
                     }),
               std::runtime_error);
  EXPECT_TRUE(rows().empty());
}

TEST_P(Queue, tries_a_failed_job_again_after_a_pause_that_doubles_and_then_gives_up) {
  auto time = now();
  Runner runner(database(), {.attempts = 3, .first_pause = 5s, .clock = [&] { return time; }});
  int tries = 0;
  runner.on("shaky", [&](sql::Database&, const Job&) {
    ++tries;
    throw std::runtime_error("The printer is away.");
  });
  const auto runs_after = [&](std::chrono::milliseconds pause) {
    time += pause;
    return runner.run_due();
  };
  put("shaky", "{}", time);
  EXPECT_EQ(runs_after(0s), 1U);
  EXPECT_THAT(rows(), ElementsAre("shaky 1 The printer is away."));
  EXPECT_EQ(runs_after(4'999ms), 0U);
  EXPECT_EQ(runs_after(1ms), 1U);
  EXPECT_EQ(runs_after(9'999ms), 0U);
  EXPECT_EQ(runs_after(1ms), 1U);
  EXPECT_EQ(runs_after(24h), 0U);
  EXPECT_EQ(tries, 3);
  EXPECT_THAT(rows(), ElementsAre("shaky 3 The printer is away."));
  read([](sql::Read& read) { EXPECT_EQ(dead_jobs(read), 1); });
}

// A crash, or a machine without memory, takes the attempt and never says that it failed.
TEST_P(Queue, gives_up_a_job_that_ended_the_program_at_each_attempt) {
  auto time = now();
  int tries = 0;
  put("fatal", "{}", time);
  put("greet", "{}", time);
  for (int start = 1; start <= 3; ++start) {
    housekeep([&](sql::Housekeeping& turn) {
      ASSERT_EQ(take_due(turn, time, time + 5min)->attempt, start);
    });
    time += 5min;
  }
  Runner runner(database(), {.attempts = 3, .clock = [&] { return time; }});
  runner.on("fatal", [&](sql::Database&, const Job&) { ++tries; });
  runner.on("greet", [](sql::Database&, const Job&) {});
  EXPECT_EQ(runner.run_due(), 2U) << "what stands behind it is done";
  EXPECT_EQ(tries, 0);
  EXPECT_THAT(rows(), ElementsAre("fatal 4 It ended the program at its last attempt."));
  read([](sql::Read& read) { EXPECT_EQ(dead_jobs(read), 1); });
}

TEST_P(Queue, keeps_a_job_of_an_unknown_kind_with_the_reason) {
  Runner runner(database());
  put("strange");
  EXPECT_EQ(runner.run_due(), 1U);
  EXPECT_THAT(rows(), ElementsAre("strange 1 Nothing here knows this kind of job."));
}

TEST_P(Queue, gives_a_job_to_nobody_else_before_its_lease_ends) {
  put("greet");
  std::optional<Job> first;
  std::optional<Job> second;
  housekeep([&](sql::Housekeeping& turn) { first = take_due(turn, now(), now() + 1h); });
  housekeep([&](sql::Housekeeping& turn) { second = take_due(turn, now(), now() + 1h); });
  ASSERT_TRUE(first);
  EXPECT_FALSE(second);
  housekeep([&](sql::Housekeeping& turn) { second = take_due(turn, now() + 2h, now() + 3h); });
  ASSERT_TRUE(second);
  EXPECT_EQ(second->attempt, 2);
  housekeep([&](sql::Housekeeping& turn) { finish(turn, *first); });
  EXPECT_EQ(rows().size(), 1U) << "a runner whose lease has passed on may not finish the job";
  housekeep([&](sql::Housekeeping& turn) { finish(turn, *second); });
  EXPECT_TRUE(rows().empty());
}

TEST_P(Queue, does_each_job_once_however_many_runners_there_are) {
  constexpr int jobs = 40;
  for (int i = 0; i < jobs; ++i) put("count");
  std::atomic<int> done = 0;
  {
    std::vector<std::unique_ptr<Runner>> runners;
    for (int i = 0; i < 3; ++i) {
      runners.push_back(std::make_unique<Runner>(database()));
      runners.back()->on("count", [&](sql::Database&, const Job&) { ++done; });
      runners.back()->start();
    }
    EXPECT_TRUE(waits_until([&] { return rows().empty(); }));
  }
  EXPECT_EQ(done, jobs);
}

TEST_P(Queue, tells_how_many_jobs_were_given_up) {
  Runner runner(database(), {.attempts = 1});
  put("strange");
  put("odd");
  runner.start();
  EXPECT_TRUE(waits_until([&] { return runner.figures().at("jobs_given_up") == 2; }));
}

TEST_P(Queue, looks_at_once_when_nudged_and_stops_after_the_job_under_way) {
  std::atomic<int> done = 0;
  Runner runner(database(), {.look_every = 1h});
  runner.on("slow", [&](sql::Database&, const Job&) {
    std::this_thread::sleep_for(50ms);
    ++done;
  });
  runner.start();
  std::this_thread::sleep_for(50ms);
  put("slow");
  runner.nudge();
  EXPECT_TRUE(waits_until([&] { return done == 1; }));
  runner.stop();
  EXPECT_TRUE(rows().empty());
}

TEST_P(Queue, has_one_handler_for_each_kind) {
  Runner runner(database());
  runner.on("greet", [](sql::Database&, const Job&) {});
  EXPECT_THROW(runner.on("greet", [](sql::Database&, const Job&) {}), std::logic_error);
}

}  // namespace
}  // namespace touchstone::jobs
