#include "platform/sql/migration.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/sql/postgres_database.h"
#include "platform/sql/sqlite_database.h"
#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

using ::testing::HasSubstr;
using testing::Kind;

constexpr std::string_view first =
    "CREATE TABLE a (k {int} NOT NULL PRIMARY KEY){strict}; CREATE INDEX a_k ON a (k);";
constexpr std::string_view second = "CREATE TABLE b (k {id}){strict}; INSERT INTO a VALUES (7);";
constexpr std::string_view third = "DROP TABLE b; CREATE TABLE c (t {text}){strict};";

const std::vector<Embedded> all = {
    {"0001_one_first.sql", first}, {"0002_one_second.sql", second}, {"0003_one_third.sql", third}};

// An empty place for a schema, of either kind.
class Migrations : public ::testing::TestWithParam<Kind> {
 protected:
  Migrations() { start_anew(); }
  void start_anew() {
    ++made_;
    if (dialect() == Dialect::postgres) url_ = testing::empty_postgres();
  }
  static Dialect dialect() {
    return GetParam() == Kind::sqlite ? Dialect::sqlite : Dialect::postgres;
  }
  void bring(
      const std::vector<Embedded>& files, const std::function<void()>& after_statement = [] {}) {
    if (dialect() == Dialect::postgres) {
      PostgresConnection connection(url_);
      return bring(schema_of(connection), files, after_statement);
    }
    SqliteConnection connection(file(), Access::write);
    bring(schema_of(connection), files, after_statement);
  }
  std::string complaint(const std::vector<Embedded>& files) {
    try {
      bring(files);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "none";
  }
  // How many rows the statement finds.
  int count(std::string_view sql) {
    const auto rows = [&](Turn& turn) {
      int found = 0;
      for (auto answer = turn.rows(sql, {}); answer.next() != nullptr;) ++found;
      return found;
    };
    if (dialect() == Dialect::postgres) {
      PostgresConnection connection(url_);
      return rows(connection);
    }
    SqliteConnection connection(file(), Access::write);
    return rows(connection);
  }

 private:
  static void bring(Schema schema, const std::vector<Embedded>& files,
                    const std::function<void()>& after_statement) {
    schema.after_statement = after_statement;
    bring_up_to_date(schema, migrations_for(dialect(), files), dialect());
  }
  std::string file() const { return (folder_.path() / std::to_string(made_)).string(); }

  testing::Folder folder_;
  std::string url_;
  int made_ = 0;
};
INSTANTIATE_ON_BOTH_DATABASES(Migrations);

TEST_P(Migrations, are_carried_out_once_and_in_order) {
  bring({all[0]});
  bring({all[2], all[0], all[1]});
  bring(all);
  EXPECT_EQ(count("SELECT k FROM a"), 1);
  EXPECT_EQ(count("SELECT t FROM c"), 0);
  EXPECT_EQ(count("SELECT number FROM migration"), 3);
}

TEST_P(Migrations, refuse_a_database_from_the_future) {
  bring(all);
  EXPECT_THAT(complaint({all[0], all[1]}), HasSubstr("newer Touchstone (it has 0003_one_third)"));
}

TEST_P(Migrations, refuse_a_database_that_another_text_has_made) {
  bring({all[0], all[1]});
  EXPECT_THAT(complaint({all[0], {"0002_one_second.sql", third}}),
              HasSubstr("another text of the migration 0002_one_second"));
}

TEST_P(Migrations, refuse_to_fill_a_gap_behind_later_ones) {
  bring({all[0], {"0003_one_third.sql", "CREATE TABLE c (t {text}){strict}"}});
  EXPECT_THAT(complaint(all), HasSubstr("lacks the migration 0002_one_second"));
}

TEST_P(Migrations, leave_nothing_behind_when_they_fail_and_say_which_one) {
  EXPECT_THAT(complaint({all[0], {"0002_wrong.sql", "CREATE TABLE b (k {id}){strict}; nonsense"}}),
              HasSubstr("The migration 0002_wrong failed"));
  EXPECT_EQ(count("SELECT number FROM migration"), 1);
  bring(all);
  EXPECT_EQ(count("SELECT number FROM migration"), 3);
}

// In a process of its own that dies after that statement; false when it came to the end.
template <class Body>
bool dies(Body body) {
  const pid_t child = ::fork();
  if (child == 0) {
    body();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_THAT(WEXITSTATUS(status), ::testing::AnyOf(0, 9));
  return WEXITSTATUS(status) == 9;
}

TEST_P(Migrations, P10_killed_at_any_statement_go_on_at_the_next_start) {
  int at = 1;
  for (bool died = true; died; ++at) {
    start_anew();
    died = dies([&] {
      int left = at;
      bring(all, [&left] {
        if (--left == 0) ::_exit(9);
      });
    });
    bring(all);
    EXPECT_EQ(count("SELECT k FROM a"), 1);
    EXPECT_EQ(count("SELECT t FROM c"), 0);
    EXPECT_EQ(count("SELECT number FROM migration"), 3);
  }
  EXPECT_EQ(at - 2, 10);  // six statements, three rows, and the table of the rows
}

TEST(MigrationFiles, have_twins_where_the_databases_differ) {
  const std::vector<Embedded> files = {{"0001_a.sqlite.sql", "SELECT 1"},
                                       {"0001_a.postgres.sql", "SELECT 2"}};
  EXPECT_EQ(migrations_for(Dialect::sqlite, files).at(0).script, "SELECT 1");
  EXPECT_EQ(migrations_for(Dialect::postgres, files).at(0).script, "SELECT 2");
}

TEST(MigrationFiles, with_one_number_or_a_strange_name_are_refused) {
  EXPECT_THROW(migrations_for(Dialect::sqlite, {{"0001_a.sql", ""}, {"0001_b.sql", ""}}),
               std::runtime_error);
  for (const auto* name : {"a.sql", "1_a.sql", "0001.sql", "0000_a.sql", "-001_a.sql"})
    EXPECT_THROW(migrations_for(Dialect::sqlite, {{name, ""}}), std::runtime_error) << name;
}

}  // namespace
}  // namespace touchstone::sql
