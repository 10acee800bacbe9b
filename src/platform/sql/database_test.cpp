#include "platform/sql/database.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

#include "platform/sql/history.h"
#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

using testing::OnBothDatabases;

class Databases : public OnBothDatabases {
 protected:
  Databases() {
    housekeep([](Housekeeping& housekeeping) {
      housekeeping.execute("CREATE TABLE sample (k BIGINT PRIMARY KEY, t TEXT)");
    });
  }
  void put(std::int64_t key, std::string_view text) {
    housekeep([&](Housekeeping& housekeeping) {
      housekeeping.execute("INSERT INTO sample (k, t) VALUES (?, ?)", key, text);
    });
  }
  std::vector<std::int64_t> keys() {
    std::vector<std::int64_t> found;
    read([&](Read& read) {
      for (const auto& row : read.rows("SELECT k FROM sample ORDER BY k"))
        found.push_back(row.get<std::int64_t>(0));
    });
    return found;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Databases);

TEST_P(Databases, gives_back_what_was_written) {
  put(1, "one");
  EXPECT_THAT(keys(), ::testing::ElementsAre(1));
}

TEST_P(Databases, keeps_nothing_of_an_undone_turn) {
  database().write([](Turn& turn) {
    turn.execute("INSERT INTO sample (k) VALUES (?)", {1});
    return Verdict::undo;
  });
  EXPECT_TRUE(keys().empty());
}

TEST_P(Databases, keeps_nothing_of_a_turn_that_throws_and_says_why) {
  EXPECT_THROW(database().write([](Turn& turn) -> Verdict {
    turn.execute("INSERT INTO sample (k) VALUES (?)", {1});
    throw std::range_error("no");
  }),
               std::range_error);
  EXPECT_TRUE(keys().empty());
}

TEST_P(Databases, give_back_every_type_as_it_went_in) {
  const auto uuid = new_uuid();
  const auto digest = digest_of("x");
  const auto moment = now();
  housekeep([&](Housekeeping& housekeeping) {
    housekeeping.execute(on_postgres() ? "CREATE TABLE kinds (u UUID, b BYTEA, i BIGINT, t TEXT)"
                                       : "CREATE TABLE kinds (u BLOB, b BLOB, i BIGINT, t TEXT)");
    housekeeping.execute("INSERT INTO kinds (u, b, i, t) VALUES (?, ?, ?, ?)", uuid, digest, moment,
                         "Élodie");
    housekeeping.execute("INSERT INTO kinds (u, b, i, t) VALUES (?, ?, ?, ?)",
                         std::optional<Uuid>(), Bytes(), std::int64_t{-1}, "");
    housekeeping.execute("INSERT INTO kinds (i, t) VALUES (?, ?)", INT64_MIN,
                         std::optional<std::string>());
  });
  read([&](Read& read) {
    auto rows = read.rows("SELECT u, b, i, t FROM kinds ORDER BY i DESC");
    const auto* row = rows.next();
    EXPECT_EQ(row->get<Uuid>(0), uuid);
    EXPECT_EQ(row->get<Digest>(1), digest);
    EXPECT_EQ(row->get<Moment>(2), moment);
    EXPECT_EQ(row->get<std::string>(3), "Élodie");
    row = rows.next();
    EXPECT_EQ(row->get<std::optional<Uuid>>(0), std::nullopt);
    EXPECT_EQ(row->bytes(1), "");
    EXPECT_EQ(row->get<int>(2), -1);
    EXPECT_EQ(row->get<std::optional<std::string>>(3), "");
    row = rows.next();
    EXPECT_EQ(row->integer(2), INT64_MIN);
    EXPECT_TRUE(row->null(3));
    EXPECT_EQ(rows.next(), nullptr);
    EXPECT_EQ(rows.next(), nullptr);
  });
}

TEST_P(Databases, refuse_to_read_a_value_as_what_it_is_not) {
  put(1, "one");
  read([](Read& read) {
    auto rows = read.rows("SELECT k, t, NULL FROM sample");
    const auto* row = rows.next();
    EXPECT_THROW(row->text(0), std::logic_error);
    EXPECT_THROW(row->integer(1), std::logic_error);
    EXPECT_THROW(row->bytes(1), std::logic_error);
    EXPECT_THROW(row->uuid(1), std::logic_error);
    EXPECT_THROW(row->integer(2), std::logic_error);
    EXPECT_THROW(row->integer(3), std::logic_error);
    EXPECT_THROW(row->null(-1), std::logic_error);
  });
}

TEST_P(Databases, change_nothing_through_rows) {
  housekeep([](Housekeeping& housekeeping) {
    EXPECT_THROW(housekeeping.rows("INSERT INTO sample (k) VALUES (5) RETURNING k"),
                 std::logic_error);
  });
  EXPECT_TRUE(keys().empty());
}

TEST_P(Databases, say_how_many_rows_were_changed) {
  put(1, "a");
  put(2, "a");
  housekeep([](Housekeeping& housekeeping) {
    EXPECT_EQ(housekeeping.execute("UPDATE sample SET t = ?", "b"), 2);
    EXPECT_EQ(housekeeping.execute("UPDATE sample SET t = ? WHERE k = ?", "c", 9), 0);
    EXPECT_EQ(housekeeping.execute("DELETE FROM sample WHERE k = ?", 1), 1);
  });
}

TEST_P(Databases, read_one_statement_inside_itself) {
  for (std::int64_t k = 1; k <= 3; ++k) put(k, "x");
  int pairs = 0;
  read([&](Read& read) {
    constexpr std::string_view all = "SELECT k FROM sample";
    for ([[maybe_unused]] const auto& outer : read.rows(all))
      for ([[maybe_unused]] const auto& inner : read.rows(all)) ++pairs;
  });
  EXPECT_EQ(pairs, 9);
}

TEST_P(Databases, show_one_view_as_long_as_a_read_lasts) {
  put(1, "x");
  read([&](Read& read) {
    const auto count = [&] {
      std::int64_t n = 0;
      for (const auto& row : read.rows("SELECT COUNT(*) FROM sample")) n = row.integer(0);
      return n;
    };
    EXPECT_EQ(count(), 1);
    std::thread([&] { put(2, "y"); }).join();
    EXPECT_EQ(count(), 1);
  });
  EXPECT_EQ(keys().size(), 2U);
}

TEST_P(Databases, refuse_a_read_inside_a_read) {
  read([&](Read&) { EXPECT_THROW(database().read([](Read&) {}), std::logic_error); });
  EXPECT_TRUE(keys().empty());
}

TEST_P(Databases, keep_a_foreign_key) {
  housekeep([](Housekeeping& housekeeping) {
    housekeeping.execute("CREATE TABLE child (k BIGINT REFERENCES sample (k))");
  });
  EXPECT_THROW(housekeep([](Housekeeping& housekeeping) {
                 housekeeping.execute("INSERT INTO child (k) VALUES (?)", 4);
               }),
               std::runtime_error);
}

TEST_P(Databases, keep_every_write_of_many_threads) {
  std::vector<std::thread> writers;
  for (std::int64_t i = 0; i < 8; ++i)
    writers.emplace_back([this, i] {
      for (std::int64_t j = 0; j < 20; ++j) put(i * 100 + j, "x");
    });
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(keys().size(), 160U);
}

TEST_P(Databases, keep_what_was_written_when_they_are_opened_again) {
  put(1, "one");
  fresh().reopen();
  EXPECT_THAT(keys(), ::testing::ElementsAre(1));
}

TEST_P(Databases, P9_copy_one_moment_while_others_write) {
  const testing::Folder folder;
  const auto copy = folder.path() / "touchstone.db";
  if (on_postgres()) {
    EXPECT_THROW(database().copy_to(copy), std::runtime_error);
    return;
  }
  std::filesystem::copy_file(fresh().settings().directory / "secrets", folder.path() / "secrets");
  put(0, "kept before");
  std::atomic<bool> enough = false;
  std::jthread writing([&] {
    // Two in each turn: half of one is no moment that ever was.
    for (std::int64_t i = 1; !enough; i += 2)
      housekeep([&](Housekeeping& housekeeping) {
        for (const auto key : {i, i + 1})
          housekeeping.execute("INSERT INTO sample (k, t) VALUES (?, ?)", key, "text");
      });
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  database().copy_to(copy);
  enough = true;
  EXPECT_THROW(database().copy_to(folder.path() / "no" / "folder"), std::runtime_error);
  const auto restored = Database::open({.directory = folder.path(), .url = {}});
  std::int64_t rows = 0;
  restored->read([&](Read& read) {
    for (const auto& row : read.rows("SELECT COUNT(*) FROM sample")) rows = row.integer(0);
  });
  EXPECT_GT(rows, 1);
  EXPECT_EQ(rows % 2, 1) << "the one before, and whole turns";
}

TEST_P(Databases, are_locked_for_everyone_else_while_they_are_open) {
  EXPECT_THROW(Database::open(fresh().settings()), Locked);
  fresh().close();
  EXPECT_NO_THROW(Database::open(fresh().settings()));
  fresh().reopen();
}

}  // namespace
}  // namespace touchstone::sql
