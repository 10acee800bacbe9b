#pragma once
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "platform/sql/database.h"

// For tests of anything that stores: a fresh database of either kind. Link platform_sql_testing.
//
//   class Sheets : public sql::testing::OnBothDatabases {};
//   INSTANTIATE_ON_BOTH_DATABASES(Sheets);
//   TEST_P(Sheets, keeps_what_was_saved) { write(actor, [&](sql::Write& write) { save(write,
//   sheet); }); … }
namespace touchstone::sql::testing {

enum class Kind : std::uint8_t { sqlite, postgres };

// A folder of its own, with everything in it gone afterwards.
class Folder {
 public:
  explicit Folder(
      const std::string& below = {});  // empty: memory-backed where the machine offers it
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// An empty database with today's schema, a copy of one made once per program. PostgreSQL is the
// cluster that TOUCHSTONE_TEST_POSTGRES names, or one that is started for this program; without its
// programs the test fails.
class FreshDatabase {
 public:
  explicit FreshDatabase(Kind kind);
  ~FreshDatabase();
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;

  Database& operator*() { return *database_; }
  Database* operator->() { return database_.get(); }
  const Settings& settings() const { return settings_; }
  void close() { database_.reset(); }
  void reopen();

 private:
  Folder folder_;
  Settings settings_;
  std::unique_ptr<Database> database_;
};

// An empty PostgreSQL database without any schema: its address. Dropped when the program ends.
std::string empty_postgres();

// One turn as a handler has it: the body, then finish().
void write(Database& database, const Actor& actor, const std::function<void(Write&)>& body);
void housekeep(Database& database, const std::function<void(Housekeeping&)>& body);

// Makes a table for tests that need one which is no room's: note (ws, name, value), a value for
// each ws and name.
void make_notes(Database& database);

// Passes everything on, and counts the answers that were waited for.
class CountedTurn final : public Turn {
 public:
  explicit CountedTurn(Turn& turn) : turn_(turn) {}
  Rows rows(std::string_view sql, std::initializer_list<Value> values) override {
    ++answers;
    return turn_.rows(sql, values);
  }
  std::int64_t execute(std::string_view sql, std::initializer_list<Value> values) override {
    ++answers;
    return turn_.execute(sql, values);
  }
  void post(std::string_view sql, std::initializer_list<Value> values) override {
    ++posts;
    turn_.post(sql, values);
  }
  void count_anew(std::string_view analyze) override {
    ++counts;
    turn_.count_anew(analyze);
  }

  int answers = 0;
  int posts = 0;
  int counts = 0;

 private:
  Turn& turn_;
};

class OnBothDatabases : public ::testing::TestWithParam<Kind> {
 protected:
  OnBothDatabases() : fresh_(GetParam()) {}

  Database& database() { return *fresh_; }
  FreshDatabase& fresh() { return fresh_; }
  bool on_postgres() const { return GetParam() == Kind::postgres; }
  void write(const Actor& actor, const std::function<void(Write&)>& body) {
    testing::write(*fresh_, actor, body);
  }
  void housekeep(const std::function<void(Housekeeping&)>& body) {
    testing::housekeep(*fresh_, body);
  }
  void read(const std::function<void(Read&)>& body) { fresh_->read(body); }

 private:
  FreshDatabase fresh_;
};

std::string name_of(const ::testing::TestParamInfo<Kind>& info);

}  // namespace touchstone::sql::testing

#define INSTANTIATE_ON_BOTH_DATABASES(Suite)                                            \
  INSTANTIATE_TEST_SUITE_P(On, Suite,                                                   \
                           ::testing::Values(touchstone::sql::testing::Kind::sqlite,    \
                                             touchstone::sql::testing::Kind::postgres), \
                           touchstone::sql::testing::name_of)
