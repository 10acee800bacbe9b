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

// As the tables were before migration 0037, as far as it looks at them: three weeks in which answer
// 1 stays, 2 moves, 3 goes and 4 comes; and a fourth like the third.
constexpr std::string_view showings_in_full = R"(
CREATE TABLE team (ws {id} NOT NULL, id {id} NOT NULL, PRIMARY KEY (ws, id)){strict};
CREATE TABLE showing (ws {id} NOT NULL, id {id} NOT NULL, standard_version {id} NOT NULL,
  voice TEXT NOT NULL, shown_on TEXT NOT NULL, PRIMARY KEY (ws, id)){strict};
CREATE TABLE showing_answer (ws {id} NOT NULL, showing {id} NOT NULL, answer {id} NOT NULL,
  team {id} NOT NULL, asked {int} NOT NULL DEFAULT 0, PRIMARY KEY (ws, showing, answer)){strict};
INSERT INTO team VALUES ({w}, {a}), ({w}, {b});
INSERT INTO showing VALUES ({w}, {1}, {s}, 'person', '2027-01-05'),
  ({w}, {2}, {s}, 'person', '2027-01-12'), ({w}, {3}, {s}, 'person', '2027-01-19'),
  ({w}, {4}, {s}, 'person', '2027-01-26'), ({w}, {5}, {s}, 'institution', '2027-01-19');
INSERT INTO showing_answer VALUES ({w}, {1}, {1}, {a}, 1), ({w}, {1}, {2}, {a}, 0),
  ({w}, {1}, {3}, {a}, 0), ({w}, {2}, {1}, {a}, 1), ({w}, {2}, {2}, {b}, 0),
  ({w}, {3}, {1}, {a}, 1), ({w}, {3}, {2}, {b}, 1), ({w}, {3}, {4}, {a}, 0),
  ({w}, {4}, {1}, {a}, 1), ({w}, {4}, {2}, {b}, 1), ({w}, {4}, {4}, {a}, 0),
  ({w}, {5}, {1}, {a}, 0))";

// Each {x} of one letter is an id, in the words of the database.
std::string with_ids(std::string_view text, Dialect dialect) {
  std::string script;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{' || text.substr(i + 2, 1) != "}") {
      script += text[i];
      continue;
    }
    const std::string id(32, text[i + 1] == 's' || text[i + 1] == 'w' ? 'e' : text[i + 1]);
    script += dialect == Dialect::postgres ? "'" + id + "'" : "x'" + id + "'";
    i += 2;
  }
  return script;
}

TEST_P(Migrations, of_showings_keep_what_changed_from_one_to_the_next) {
  const auto before = with_ids(showings_in_full, dialect());
  const auto change = std::ranges::find_if(
      embedded::migrations, [](const Embedded& file) { return file.name.starts_with("0037_"); });
  ASSERT_NE(change, embedded::migrations.end());
  bring({{"0001_before.sql", before}, {"0002_after.sql", change->bytes}});
  EXPECT_EQ(count("SELECT answer FROM showing_change"), 8);
  const auto found = [&](std::string_view rows) {
    static std::vector<std::string> kept;
    return count(kept.emplace_back(with_ids(rows, dialect())));
  };
  EXPECT_EQ(found("SELECT 1 FROM showing_change WHERE showing = {1} AND team = {a}"), 3);
  EXPECT_EQ(
      found("SELECT 1 FROM showing_change WHERE showing = {2} AND answer = {2} AND team = {b}"), 1);
  EXPECT_EQ(
      found("SELECT 1 FROM showing_change WHERE showing = {2} AND answer = {3} AND team IS NULL"),
      1);
  EXPECT_EQ(
      found("SELECT 1 FROM showing_change WHERE showing = {3} AND answer = {2} AND asked = 1"), 1);
  EXPECT_EQ(
      found("SELECT 1 FROM showing_change WHERE showing = {3} AND answer = {4} AND team = {a}"), 1);
  EXPECT_EQ(found("SELECT 1 FROM showing_change WHERE showing = {4}"), 0);
}

// As the tables were before migration 0057, as far as it looks at them: {b} has a border below {a},
// {c} none, and one showing counted all three.
constexpr std::string_view showings_across_borders = R"(
CREATE TABLE team_above (ws {id} NOT NULL, team {id} NOT NULL, above {id} NOT NULL,
  reaches {int} NOT NULL, PRIMARY KEY (ws, team, above)){strict};
CREATE TABLE showing (ws {id} NOT NULL, id {id} NOT NULL, asked {int}, finished {int},
  PRIMARY KEY (ws, id)){strict};
CREATE TABLE showing_team (ws {id} NOT NULL, team {id} NOT NULL){strict};
CREATE TABLE showing_spread (ws {id} NOT NULL, team {id} NOT NULL){strict};
CREATE TABLE showing_block (ws {id} NOT NULL, team {id} NOT NULL){strict};
CREATE TABLE showing_change (ws {id} NOT NULL, team {id} NOT NULL){strict};
INSERT INTO team_above VALUES ({w}, {a}, {a}, 1), ({w}, {b}, {b}, 1), ({w}, {b}, {a}, 0),
  ({w}, {c}, {c}, 1), ({w}, {c}, {a}, 1);
INSERT INTO showing VALUES ({w}, {1}, 9, 7);
INSERT INTO showing_team VALUES ({w}, {a}), ({w}, {b}), ({w}, {c});
INSERT INTO showing_spread VALUES ({w}, {a}), ({w}, {b}), ({w}, {c});
INSERT INTO showing_block VALUES ({w}, {a}), ({w}, {b}), ({w}, {c});
INSERT INTO showing_change VALUES ({w}, {a}), ({w}, {b}), ({w}, {c}))";

TEST_P(Migrations, of_showings_take_back_figures_that_counted_across_a_border) {
  const auto before = with_ids(showings_across_borders, dialect());
  const auto change = std::ranges::find_if(
      embedded::migrations, [](const Embedded& file) { return file.name.starts_with("0057_"); });
  ASSERT_NE(change, embedded::migrations.end());
  bring({{"0001_before.sql", before}, {"0002_after.sql", change->bytes}});
  for (const auto* kept : {"SELECT 1 FROM showing_team", "SELECT 1 FROM showing_spread",
                           "SELECT 1 FROM showing_block"})
    EXPECT_EQ(count(kept), 2) << kept;
  const auto of_whole = with_ids("SELECT 1 FROM showing_team WHERE team = {a}", dialect());
  EXPECT_EQ(count(of_whole), 0);
  EXPECT_EQ(count("SELECT 1 FROM showing WHERE asked IS NULL AND finished IS NULL"), 1);
  EXPECT_EQ(count("SELECT 1 FROM showing_change"), 3);
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
