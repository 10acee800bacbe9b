#include "platform/sql/schema.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

class Snapshots : public testing::OnBothDatabases {
 protected:
  std::string now() {
    std::string text;
    const auto dialect = on_postgres() ? Dialect::postgres : Dialect::sqlite;
    read([&](Read& read) { text = schema_text(read, dialect); });
    return "-- The schema after all migrations. Made by the tests; see "
           "docs/decisions/two-databases.md.\n" +
           text;
  }
  std::string file() const {
    return std::string(TOUCHSTONE_MIGRATIONS) +
           (on_postgres() ? "/schema.postgres.sql" : "/schema.sqlite.sql");
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Snapshots);

TEST_P(Snapshots, show_the_schema_as_it_is) {
  if (std::getenv("TOUCHSTONE_REFRESH_SNAPSHOTS") != nullptr) std::ofstream(file()) << now();
  std::stringstream kept;
  kept << std::ifstream(file()).rdbuf();
  EXPECT_EQ(kept.str(), now())
      << "When the new schema is what you want: TOUCHSTONE_REFRESH_SNAPSHOTS=1 platform_sql_test"
         " --gtest_filter='*Snapshots*'";
}

}  // namespace
}  // namespace touchstone::sql
