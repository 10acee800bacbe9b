#include "platform/sql/postgres_writer.h"

#include <gmock/gmock.h>

#include <atomic>
#include <future>
#include <thread>

#include "platform/sql/history.h"
#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

using testing::Folder;
using testing::FreshDatabase;
using testing::Kind;

// Two nodes on one database, as two servers have them.
class Nodes : public ::testing::Test {
 protected:
  Nodes() {
    PostgresConnection(fresh_.settings().url)
        .run("CREATE TABLE sample (k BIGINT PRIMARY KEY, n BIGINT NOT NULL, t TEXT)");
    auto settings = fresh_.settings();
    std::filesystem::copy_file(settings.directory / "secrets", folder_.path() / "secrets");
    settings.directory = folder_.path();
    second_ = Database::open(settings);
  }

  // In many threads on both nodes.
  template <class Work>
  void everywhere(int threads, Work work) {
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
      all.emplace_back([&, i] { work(i % 2 == 0 ? *fresh_ : *second_, i); });
    for (auto& thread : all) thread.join();
  }
  std::vector<std::int64_t> numbers(std::string_view sql) {
    std::vector<std::int64_t> found;
    fresh_->read([&](Read& read) {
      for (const auto& row : read.rows(sql)) found.push_back(row.integer(0));
    });
    return found;
  }

  FreshDatabase fresh_{Kind::postgres};
  Folder folder_;
  std::unique_ptr<Database> second_;
};

std::int64_t one(Turn& turn, std::string_view sql, std::int64_t key) {
  std::int64_t found = 0;
  for (const auto& row : turn.rows(sql, {key})) found = row.integer(0);
  return found;
}

TEST_F(Nodes, lose_no_update_when_each_reads_what_the_others_write) {
  constexpr int threads = 12;
  constexpr int times = 25;
  fresh_->write([](Turn& turn) {
    turn.execute("INSERT INTO sample (k, n) VALUES (0, 0), (1, 0)", {});
    return Verdict::keep;
  });
  std::atomic<int> runs = 0;
  everywhere(threads, [&](Database& node, int i) {
    for (int j = 0; j < times; ++j)
      node.write([&](Turn& turn) {
        ++runs;
        const std::int64_t mine = i % 2;
        // Read without a lock, from a row that another turn writes.
        const auto most = std::max(one(turn, "SELECT n FROM sample WHERE k = ?", mine),
                                   one(turn, "SELECT n FROM sample WHERE k = ?", 1 - mine));
        turn.execute("UPDATE sample SET n = ? WHERE k = ?", {most + 1, mine});
        return Verdict::keep;
      });
  });
  EXPECT_THAT(numbers("SELECT MAX(n) FROM sample"), ::testing::ElementsAre(threads * times));
  EXPECT_EQ(runs, threads * times) << "and no turn ran in vain";
}

TEST_F(Nodes, let_nobody_pass_a_limit_that_each_has_counted) {
  std::atomic<int> let_in = 0;
  everywhere(16, [&](Database& node, int i) {
    node.write([&](Turn& turn) {
      if (one(turn, "SELECT COUNT(*) FROM sample WHERE n = ?", 7) >= 5) return Verdict::undo;
      turn.execute("INSERT INTO sample (k, n) VALUES (?, 7)", {i});
      ++let_in;
      return Verdict::keep;
    });
  });
  EXPECT_EQ(let_in, 5);
}

TEST_F(Nodes, P8_keep_one_whole_chain_for_each_workspace_while_some_turns_fail) {
  const std::vector<Uuid> workspaces = {new_uuid(), new_uuid(), new_uuid()};
  constexpr int times = 20;
  std::atomic<int> kept = 0;
  everywhere(16, [&](Database& node, int i) {
    for (int j = 0; j < times; ++j) {
      const auto& workspace = workspaces[static_cast<std::size_t>(i + j) % workspaces.size()];
      const auto turn = [&](Write& write) {
        write.record({.noun = "sheet", .object = new_uuid(), .verb = "made", .change = "{}"});
        if (j % 4 == 1) throw std::range_error("no");
      };
      try {
        testing::write(node, {.workspace = workspace}, turn);
        ++kept;
      } catch (const std::range_error&) {
      }
    }
  });
  fresh_->read([&](Read& read) {
    EXPECT_TRUE(verify_history(read, fresh_->keys()).empty());
    std::int64_t rows = 0;
    for (const auto& head : heads_of_history(read)) rows += head.n;
    EXPECT_EQ(rows, kept);
  });
}

// A writer whose first turn waits, so that all others come into one group.
class PostgresGroups : public Nodes {
 protected:
  PostgresGroups() {
    fresh_->write_later(
        [this](Turn&) {
          begun_.set_value();
          go_.get_future().wait();
          return Verdict::undo;
        },
        [](const std::exception_ptr&) {});
    begun_.get_future().wait();
  }
  std::future<void> add(Database::Body body) {
    auto answer = std::make_shared<std::promise<void>>();
    auto future = answer->get_future();
    fresh_->write_later(std::move(body), [answer](const std::exception_ptr& problem) {
      if (problem)
        answer->set_exception(problem);
      else
        answer->set_value();
    });
    return future;
  }
  // now() is when the transaction began.
  static Verdict put(Turn& turn, std::int64_t key) {
    turn.execute("INSERT INTO sample (k, n, t) VALUES (?, 0, now()::text)", {key});
    return Verdict::keep;
  }
  std::promise<void> begun_;
  std::promise<void> go_;
};

TEST_F(PostgresGroups, are_one_transaction) {
  std::vector<std::future<void>> answers;
  for (std::int64_t k = 0; k < 40; ++k)
    answers.push_back(add([k](Turn& turn) { return put(turn, k); }));
  go_.set_value();
  for (auto& answer : answers) answer.get();
  EXPECT_THAT(numbers("SELECT COUNT(*) FROM sample"), ::testing::ElementsAre(40));
  EXPECT_THAT(numbers("SELECT COUNT(DISTINCT t) FROM sample"), ::testing::ElementsAre(1));
}

// At each place of the group, one body fails in each way; its neighbours are kept.
TEST_F(PostgresGroups, lose_only_the_one_that_fails_wherever_it_stands) {
  constexpr std::int64_t ways = 8;
  std::vector<std::future<void>> answers;
  std::vector<std::int64_t> wanted;
  for (std::int64_t k = 0; k < 48; ++k) {
    const bool fails = k % 2 == 1;
    if (!fails) wanted.push_back(k);
    answers.push_back(add([k, fails](Turn& turn) {
      const auto way = k / 2 % ways;
      if (fails && way == 5) return Verdict::undo;  // and has asked nothing
      put(turn, k);
      if (!fails) return Verdict::keep;
      if (way == 0) return Verdict::undo;
      if (way == 1) throw std::range_error("no");
      if (way == 2) return put(turn, k);  // the key is there already
      if (way == 3) turn.execute("SELECT nonsense", {});
      turn.post("INSERT INTO sample (k, n, t) VALUES (?, 0, now()::text)", {k});
      if (way == 7) throw std::range_error("no");  // before anybody knows that this failed
      return way == 6 ? Verdict::undo : Verdict::keep;
    }));
  }
  go_.set_value();
  for (std::int64_t k = 0; k < 48; ++k) {
    auto& answer = answers[static_cast<std::size_t>(k)];
    if (k % 2 == 0 || k / 2 % ways == 0 || k / 2 % ways == 5)
      EXPECT_NO_THROW(answer.get()) << k;
    else
      EXPECT_THROW(answer.get(), std::runtime_error) << k;
  }
  EXPECT_EQ(numbers("SELECT k FROM sample ORDER BY k"), wanted);
}

TEST_F(PostgresGroups, are_carried_out_again_as_a_whole_on_a_new_connection) {
  bool cut = false;
  auto first = add([](Turn& turn) { return put(turn, 1); });
  auto second = add([&](Turn& turn) {
    put(turn, 2);
    if (!std::exchange(cut, true))
      PostgresConnection(fresh_.settings().url)
          .run(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    return Verdict::keep;
  });
  auto third = add([](Turn& turn) { return put(turn, 3); });
  go_.set_value();
  for (auto* answer : {&first, &second, &third}) EXPECT_NO_THROW(answer->get());
  EXPECT_THAT(numbers("SELECT k FROM sample ORDER BY k"), ::testing::ElementsAre(1, 2, 3));
}

TEST_F(PostgresGroups, say_that_nothing_was_kept_when_the_disk_is_full) {
  auto full = add([](Turn& turn) {
    turn.execute("DO $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$", {});
    return Verdict::keep;
  });
  auto other = add([](Turn& turn) { return put(turn, 1); });
  go_.set_value();
  EXPECT_THROW(full.get(), CannotWrite);
  EXPECT_NO_THROW(other.get());
}

TEST_F(PostgresGroups, that_wait_at_the_end_are_still_carried_out) {
  for (std::int64_t k = 0; k < 100; ++k)
    static_cast<void>(add([k](Turn& turn) { return put(turn, k); }));
  go_.set_value();
  fresh_.close();
  fresh_.reopen();
  EXPECT_THAT(numbers("SELECT COUNT(*) FROM sample"), ::testing::ElementsAre(100));
}

}  // namespace
}  // namespace touchstone::sql
