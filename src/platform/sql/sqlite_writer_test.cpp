#include "platform/sql/sqlite_writer.h"

#include <gmock/gmock.h>

#include <future>
#include <optional>

#include "platform/sql/testing.h"
#include "platform/sql/testing_disk.h"

namespace touchstone::sql {
namespace {

using testing::Disk;
using testing::Step;

// A writer whose first turn waits, so that all others come into one group.
class Groups : public ::testing::Test {
 protected:
  Groups() {
    auto connection = std::make_unique<SqliteConnection>("main.db", Access::write, disk_.vfs());
    connection->run("CREATE TABLE t (k INTEGER PRIMARY KEY) STRICT");
    writer_.emplace(std::move(connection), 64, 1000);
    writer_->add(
        [this](Turn&) {
          begun_.set_value();
          go_.get_future().wait();
          return Verdict::undo;
        },
        [](const std::exception_ptr&) {});
    begun_.get_future().wait();
  }
  // The number of the answer in `answers_`.
  std::size_t add(Database::Body body) {
    answers_.push_back(std::make_unique<std::promise<void>>());
    writer_->add(std::move(body),
                 [answer = answers_.back().get()](const std::exception_ptr& problem) {
                   if (problem)
                     answer->set_exception(problem);
                   else
                     answer->set_value();
                 });
    return answers_.size() - 1;
  }
  static Verdict put(Turn& turn, std::int64_t key) {
    turn.execute("INSERT INTO t (k) VALUES (?)", {key});
    return Verdict::keep;
  }
  void go() { go_.set_value(); }
  void wait_for(std::size_t answer) { answers_[answer]->get_future().get(); }
  std::vector<std::int64_t> kept() {
    writer_.reset();
    SqliteConnection connection("main.db", Access::read, disk_.vfs());
    std::vector<std::int64_t> keys;
    Read read(connection);
    for (const auto& row : read.rows("SELECT k FROM t ORDER BY k")) keys.push_back(row.integer(0));
    return keys;
  }
  int syncs() {
    int count = 0;
    for (const auto& step : disk_.steps()) count += step.kind == Step::Kind::sync ? 1 : 0;
    return count;
  }

  Disk disk_;
  std::promise<void> begun_;
  std::promise<void> go_;
  std::vector<std::unique_ptr<std::promise<void>>> answers_;
  std::optional<SqliteWriter> writer_;
};

TEST_F(Groups, of_many_writes_are_made_durable_by_one_fsync) {
  const int before = syncs();
  for (std::int64_t k = 1; k <= 40; ++k) add([k](Turn& turn) { return put(turn, k); });
  go();
  for (std::size_t i = 0; i < answers_.size(); ++i) wait_for(i);
  EXPECT_EQ(syncs() - before, 1);
  EXPECT_EQ(kept().size(), 40U);
}

TEST_F(Groups, are_answered_only_when_they_are_durable) {
  std::vector<int> syncs_at_answer;
  for (std::int64_t k = 1; k <= 3; ++k)
    writer_->add([k](Turn& turn) { return put(turn, k); },
                 [&](const std::exception_ptr&) { syncs_at_answer.push_back(syncs()); });
  const int before = syncs();
  const auto last = add([](Turn&) { return Verdict::undo; });
  go();
  wait_for(last);
  EXPECT_THAT(syncs_at_answer, ::testing::Each(before + 1));
}

// At each place of the group, one body fails in each way; its neighbours are kept.
TEST_F(Groups, lose_only_the_one_that_fails_wherever_it_stands) {
  constexpr std::int64_t ways = 4;
  std::vector<std::int64_t> wanted;
  for (std::int64_t k = 0; k < 40; ++k) {
    const bool fails = k % 2 == 1;
    if (!fails) wanted.push_back(k);
    add([k, fails](Turn& turn) {
      put(turn, k);
      if (!fails) return Verdict::keep;
      if (k / 2 % ways == 0) return Verdict::undo;
      if (k / 2 % ways == 1) throw std::range_error("no");
      if (k / 2 % ways == 2) return put(turn, k);  // the key is there already
      turn.execute("SELECT nonsense", {});
      return Verdict::keep;
    });
  }
  go();
  for (std::int64_t k = 0; k < 40; ++k) {
    const auto answer = static_cast<std::size_t>(k);
    if (k % 2 == 0 || k / 2 % ways == 0)
      EXPECT_NO_THROW(wait_for(answer)) << k;
    else
      EXPECT_THROW(wait_for(answer), std::runtime_error) << k;
  }
  EXPECT_EQ(kept(), wanted);
}

TEST_F(Groups, fail_as_a_whole_when_a_body_ends_their_transaction) {
  const auto first = add([](Turn& turn) { return put(turn, 1); });
  const auto second = add([](Turn& turn) {
    put(turn, 2);
    turn.execute("ROLLBACK", {});  // as SQLite does by itself on a full disk
    return Verdict::keep;
  });
  const auto third = add([](Turn& turn) { return put(turn, 3); });
  go();
  for (const auto answer : {first, second, third}) EXPECT_THROW(wait_for(answer), CannotWrite);
  const auto later = add([](Turn& turn) { return put(turn, 4); });
  wait_for(later);
  EXPECT_THAT(kept(), ::testing::ElementsAre(4));
}

TEST_F(Groups, that_wait_at_the_end_are_still_carried_out) {
  for (std::int64_t k = 1; k <= 200; ++k) add([k](Turn& turn) { return put(turn, k); });
  go();
  EXPECT_EQ(kept().size(), 200U);
}

TEST_F(Groups, rows_that_a_body_has_not_read_to_the_end_block_nobody) {
  std::optional<Rows> left;
  add([](Turn& turn) { return put(turn, 1); });
  const auto reading = add([&](Turn& turn) {
    put(turn, 2);
    left.emplace(turn.rows("SELECT k FROM t", {}));
    left->next();
    return Verdict::undo;
  });
  go();
  wait_for(reading);
  EXPECT_THROW(left->next(), std::logic_error);
  left.reset();
  EXPECT_THAT(kept(), ::testing::ElementsAre(1));
}

}  // namespace
}  // namespace touchstone::sql
