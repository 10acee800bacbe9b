// The disk that forgets, tears and fails: what was acknowledged is there afterwards, and nothing is
// half there.
#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <future>
#include <set>
#include <thread>

#include "platform/sql/sqlite_database.h"
#include "platform/sql/testing.h"
#include "platform/sql/testing_disk.h"

namespace touchstone::sql {
namespace {

using testing::Disk;
using testing::Files;
using testing::Step;
using testing::Wreck;

const std::string file = "main.db";

// Each write puts one row into each of two tables, and refuses now and then.
std::vector<Migration> two_tables() {
  constexpr std::string_view script =
      "CREATE TABLE one (k {int} NOT NULL PRIMARY KEY, t {text} NOT NULL){strict};"
      "CREATE TABLE two (k {int} NOT NULL PRIMARY KEY, t {text} NOT NULL){strict};";
  return migrations_for(Dialect::sqlite, {{"0001_two_tables.sql", script}});
}

bool refused(std::int64_t key) {
  return key % 7 == 3;
}

std::unique_ptr<SqliteDatabase> open(Disk& disk, int pages_to_checkpoint) {
  return std::make_unique<SqliteDatabase>(
      file, Settings{.directory = {}, .url = {}, .readers = 1, .group = 8}, Keys{}, two_tables(),
      SqliteDatabase::Layer{disk.vfs(), pages_to_checkpoint});
}

Verdict put(Turn& turn, std::int64_t key, const std::string& text) {
  turn.execute("INSERT INTO one (k, t) VALUES (?, ?)", {key, text});
  turn.execute("INSERT INTO two (k, t) VALUES (?, ?)", {key, text});
  return refused(key) ? Verdict::undo : Verdict::keep;
}

struct Outcome {
  std::set<std::int64_t> acknowledged;
  std::set<std::int64_t> not_kept;  // said to be so
};

// Writes `count` rows, some at once, and marks on the disk what was acknowledged.
class Work {
 public:
  Work(Disk& disk, Database& database, std::uint32_t seed)
      : disk_(disk), database_(database), random_(seed) {}

  void write(std::int64_t first, std::int64_t count) {
    for (auto key = first; key < first + count;) {
      const auto together = 1 + static_cast<std::int64_t>(random_() % 6);
      for (auto i = std::int64_t{0}; i < together && key < first + count; ++i) write_one(key++);
      wait();
    }
  }
  Outcome outcome() {
    const std::lock_guard lock(mutex_);
    return outcome_;
  }

 private:
  void write_one(std::int64_t key) {
    auto done = std::make_shared<std::promise<void>>();
    waiting_.push_back(done->get_future());
    std::string text(random_() % 900, static_cast<char>('a' + key % 26));
    database_.write_later([key, text](Turn& turn) { return put(turn, key, text); },
                          [this, key, done](const std::exception_ptr& problem) {
                            answer(key, problem);
                            done->set_value();
                          });
  }
  void answer(std::int64_t key, const std::exception_ptr& problem) {
    const std::lock_guard lock(mutex_);
    try {
      if (problem) std::rethrow_exception(problem);
      if (refused(key)) return;
      outcome_.acknowledged.insert(key);
      disk_.mark(key);
    } catch (const CannotWrite&) {
      outcome_.not_kept.insert(key);
    } catch (const OutcomeUnknown&) {
    }
  }
  void wait() {
    for (auto& each : waiting_) each.get();
    waiting_.clear();
  }

  Disk& disk_;
  Database& database_;
  std::mt19937 random_;
  std::vector<std::future<void>> waiting_;
  std::mutex mutex_;
  Outcome outcome_;
};

std::set<std::int64_t> keys_in(Read read, std::string_view sql) {
  std::set<std::int64_t> keys;
  for (const auto& row : read.rows(sql)) keys.insert(row.integer(0));
  return keys;
}

// What a start after the crash finds; a sentence when it is not sound.
struct Found {
  std::set<std::int64_t> kept;
  std::string wrong;
};
Found look_into(Files files) {
  Disk disk(std::move(files));
  SqliteConnection connection(file, Access::write, disk.vfs());
  Found found{.kept = keys_in(Read(connection), "SELECT k FROM one"), .wrong = {}};
  if (found.kept != keys_in(Read(connection), "SELECT k FROM two")) found.wrong = "half a write";
  for (const auto key : found.kept)
    if (refused(key)) found.wrong = "a refused write was kept";
  for (const auto& row :
       Read(connection).rows("SELECT integrity_check FROM pragma_integrity_check"))
    if (row.text(0) != "ok") found.wrong = "corrupt: " + std::string(row.text(0));
  return found;
}

bool contains_all(const std::set<std::int64_t>& kept, const std::set<std::int64_t>& wanted) {
  return std::ranges::includes(kept, wanted);
}

int cuts_wanted() {
  const char* told = std::getenv("TOUCHSTONE_POWER_CUTS");
  return told != nullptr ? std::atoi(told) : 20'000;
}

// Cuts the power `times` times after each step of one piece of work. Returns how many cuts there
// were.
int cut_everywhere(const Files& before, const std::vector<Step>& steps, std::uint32_t seed,
                   int times) {
  Wreck wreck(before);
  std::mt19937 random(seed);
  std::set<std::int64_t> acknowledged;
  int cuts = 0;
  for (const auto& step : steps) {
    wreck.see(step);
    if (step.kind == Step::Kind::mark) acknowledged.insert(step.number);
    for (int i = 0; i < times; ++i, ++cuts) {
      const auto found = look_into(wreck.cut(random));
      EXPECT_EQ(found.wrong, "") << "seed " << seed << " cut " << cuts;
      EXPECT_TRUE(contains_all(found.kept, acknowledged)) << "seed " << seed << " cut " << cuts;
      if (::testing::Test::HasFailure()) return cuts;
    }
  }
  return cuts;
}

TEST(PowerCuts, P2_lose_nothing_acknowledged_and_leave_nothing_half_done) {
  int cuts = 0;
  for (std::uint32_t seed = 1; cuts < cuts_wanted() && !HasFailure(); ++seed) {
    Disk disk;
    open(disk, 1000);
    const auto before = disk.files();
    const auto already = disk.steps().size();
    {
      const auto database = open(disk, 12);
      Work(disk, *database, seed).write(1, 60);
    }
    auto steps = disk.steps();
    steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(already));
    cuts += cut_everywhere(before, steps, seed, 8);
  }
  RecordProperty("cuts", cuts);
}

TEST(PowerCuts, do_not_stop_the_next_start_from_writing) {
  Disk disk;
  const auto database = open(disk, 12);
  Work(disk, *database, 5).write(1, 40);
  Wreck wreck{Files{}};
  for (const auto& step : disk.steps()) wreck.see(step);
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    Disk after(wreck.cut(random));
    const auto again = open(after, 12);
    Work work(after, *again, 9);
    work.write(1'000, 20);
    EXPECT_EQ(work.outcome().acknowledged.size(), 17U);
  }
}

struct Fault {
  const char* name;
  int code;
  bool of_sync;
};
class Faults : public ::testing::TestWithParam<Fault> {};
INSTANTIATE_TEST_SUITE_P(Each, Faults,
                         ::testing::Values(Fault{"full", SQLITE_FULL, false},
                                           Fault{"failing_write", SQLITE_IOERR_WRITE, false},
                                           Fault{"failing_fsync", SQLITE_IOERR_FSYNC, true}),
                         [](const auto& each) { return each.param.name; });

// Fails the disk once at that step of the work; false when the work has fewer steps.
bool fail_at(const Fault& fault, std::int64_t at) {
  Disk disk;
  open(disk, 1000);
  bool happened = false;
  std::int64_t count = -1;
  disk.failure = [&](std::int64_t, Step::Kind kind) {
    if (fault.of_sync != (kind == Step::Kind::sync) || ++count != at) return SQLITE_OK;
    happened = true;
    return fault.code;
  };
  Outcome outcome;
  try {
    const auto database = open(disk, 12);
    Work work(disk, *database, 3);
    work.write(1, 60);
    outcome = work.outcome();
    EXPECT_EQ(database->can_write(), !(happened && fault.of_sync)) << at;
    database->read([&](Read& read) {
      EXPECT_TRUE(contains_all(keys_in(read, "SELECT k FROM one"), outcome.acknowledged)) << at;
    });
  } catch (const SqliteError&) {
    EXPECT_TRUE(happened) << at;  // while opening
  }
  disk.failure = nullptr;
  const auto found = look_into(disk.files());
  EXPECT_EQ(found.wrong, "") << at;
  EXPECT_TRUE(contains_all(found.kept, outcome.acknowledged)) << at;
  for (const auto key : outcome.not_kept) EXPECT_FALSE(found.kept.contains(key)) << at;
  return happened;
}

TEST_P(Faults, P3_at_any_step_never_corrupt_and_never_claim_what_is_not_kept) {
  std::int64_t at = 0;
  while (fail_at(GetParam(), at) && !HasFailure()) ++at;
  EXPECT_GT(at, 20);
  RecordProperty("steps", static_cast<int>(at));
}

TEST(Faults, P3_a_full_disk_stops_writing_only_as_long_as_it_is_full) {
  Disk disk;
  std::atomic<bool> full = false;
  disk.failure = [&](std::int64_t, Step::Kind kind) {
    return full && kind == Step::Kind::write ? SQLITE_FULL : SQLITE_OK;
  };
  const auto database = open(disk, 12);
  Work work(disk, *database, 3);
  work.write(1, 20);
  full = true;
  work.write(100, 20);
  EXPECT_LT(*work.outcome().acknowledged.rbegin(), 100);
  database->read([](Read& read) { EXPECT_EQ(keys_in(read, "SELECT k FROM one").size(), 17U); });
  full = false;
  work.write(200, 20);
  EXPECT_EQ(work.outcome().acknowledged.size(), 35U);
}

TEST(Faults, P3_after_a_failed_fsync_nothing_more_is_written_not_even_at_the_end) {
  Disk disk;
  std::atomic<bool> failing = false;
  disk.failure = [&](std::int64_t, Step::Kind kind) {
    return failing && kind == Step::Kind::sync ? SQLITE_IOERR_FSYNC : SQLITE_OK;
  };
  auto database = open(disk, 12);
  Work work(disk, *database, 3);
  work.write(1, 20);
  failing = true;
  work.write(100, 5);
  EXPECT_FALSE(database->can_write());
  failing = false;
  const auto steps = disk.steps().size();
  work.write(200, 20);
  database.reset();
  EXPECT_EQ(disk.steps().size(), steps);
}

TEST(Readers, never_take_the_locks_of_the_one_that_writes) {
  Disk disk;
  const auto database = open(disk, 12);
  std::atomic<bool> stop = false;
  std::thread reader([&] {
    while (!stop) database->read([](Read& read) { keys_in(read, "SELECT k FROM two"); });
  });
  Work(disk, *database, 4).write(1, 300);
  const testing::Folder folder;
  database->copy_to(folder.path() / "copy");
  stop = true;
  reader.join();
  EXPECT_EQ(disk.trespasses(), 0);
  // The disk does see such a lock when it is taken.
  SqliteConnection reading(file, Access::read, disk.vfs());
  try {
    reading.checkpoint(SQLITE_CHECKPOINT_PASSIVE);
  } catch (const SqliteError&) {
  }
  EXPECT_GT(disk.trespasses(), 0);
}

}  // namespace
}  // namespace touchstone::sql
