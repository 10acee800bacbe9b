#include "platform/sql/dialect.h"

#include <gmock/gmock.h>

namespace touchstone::sql {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Statements, number_their_values_for_postgres_and_leave_quoted_marks_alone) {
  EXPECT_EQ(statement_for(Dialect::postgres, "SELECT '?', \"a?\", ? -- ?\n, ? /* ? */ || $$?$$"),
            "SELECT '?', \"a?\", $1 -- ?\n, $2 /* ? */ || $$?$$");
  EXPECT_EQ(statement_for(Dialect::sqlite, "SELECT ?, ?"), "SELECT ?, ?");
  EXPECT_EQ(statement_for(Dialect::postgres, "SELECT 'it''s ?', ?"), "SELECT 'it''s ?', $1");
}

TEST(Statements, lock_rows_on_postgres_only) {
  EXPECT_EQ(statement_for(Dialect::postgres, "SELECT a FROM t LIMIT ?{skip_locked}"),
            "SELECT a FROM t LIMIT $1 FOR UPDATE SKIP LOCKED");
  EXPECT_EQ(statement_for(Dialect::sqlite, "SELECT a FROM t{for_update}"), "SELECT a FROM t");
}

TEST(Statements, with_a_token_that_does_not_exist_are_refused) {
  EXPECT_THROW(statement_for(Dialect::sqlite, "SELECT {nothing}"), std::runtime_error);
  EXPECT_EQ(statement_for(Dialect::sqlite, "SELECT '{nothing}'"), "SELECT '{nothing}'");
}

TEST(Statements, that_only_read_are_told_from_those_that_write) {
  EXPECT_TRUE(only_reads(" -- why\n select 1"));
  EXPECT_TRUE(only_reads("WITH a AS (SELECT 'DELETE') SELECT * FROM a"));
  EXPECT_TRUE(only_reads("SELECT a FROM t WHERE b = ?{for_update}"));
  EXPECT_FALSE(only_reads("UPDATE t SET a = 1 RETURNING a"));
  EXPECT_FALSE(only_reads("WITH gone AS (DELETE FROM t RETURNING a) SELECT a FROM gone"));
  EXPECT_FALSE(only_reads("  "));
}

TEST(Scripts, are_spelled_for_each_database) {
  const auto* script = "CREATE TABLE t (i {id}, b {bytes}, n {int}, at {time}, w {text}){strict};";
  EXPECT_EQ(migration_for(Dialect::sqlite, script),
            "CREATE TABLE t (i BLOB, b BLOB, n INTEGER, at INTEGER, w TEXT) STRICT;");
  EXPECT_EQ(migration_for(Dialect::postgres, script),
            "CREATE TABLE t (i UUID, b BYTEA, n BIGINT, at BIGINT, w TEXT);");
  EXPECT_THROW(migration_for(Dialect::sqlite, "a {integer}"), std::runtime_error);
}

TEST(Scripts, fall_into_statements_only_where_one_ends) {
  EXPECT_THAT(statements_in("SELECT ';'; -- a; b\nSELECT \";\" /* ; */ ;;\n SELECT $a$;$b$;$a$"),
              ElementsAre("SELECT ';'", "SELECT \";\"", "SELECT $a$;$b$;$a$"));
  EXPECT_THAT(statements_in("SELECT 'it''s;'; SELECT 2"),
              ElementsAre("SELECT 'it''s;'", "SELECT 2"));
  EXPECT_THAT(statements_in(" -- nothing;\n ; "), IsEmpty());
  EXPECT_THAT(statements_in("SELECT $1; SELECT 'open; SELECT 3"),
              ElementsAre("SELECT $1", "SELECT 'open; SELECT 3"));
}

TEST(Scripts, keep_a_trigger_in_one_piece) {
  EXPECT_THAT(
      statements_in("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE 1 WHEN 1 THEN 2 END;"
                    " DELETE FROM b; END; BEGIN; SELECT 1; END"),
      ElementsAre("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE 1 WHEN 1 THEN 2 END;"
                  " DELETE FROM b; END",
                  "BEGIN", "SELECT 1", "END"));
}

}  // namespace
}  // namespace touchstone::sql
