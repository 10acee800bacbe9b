#include "platform/sql/database.h"

#include <gmock/gmock.h>

#include <future>
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

}  // namespace
}  // namespace touchstone::sql
