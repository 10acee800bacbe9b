#include "verify.h"

#include <gmock/gmock.h>

#include <sstream>

#include "demo.h"
#include "platform/sql/testing.h"

namespace touchstone {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Storage that is not used but to open files.
class OnlyOpened : public files::Storage {
 public:
  void keep(const Digest&, const std::filesystem::path&) override {}
  bool keep_on(const Digest&) override { return false; }
  bool far() const override { return true; }
  void each(const std::function<void(const Digest&)>&) override {}
  bool remove(const Digest&, Moment) override { return false; }
  void sweep(Moment) override {}
};

class Away final : public OnlyOpened {
 public:
  std::optional<files::OpenFile> open(const Digest&) override {
    throw files::StorageError("the storage server does not answer");
  }
};

// Reads a row of the database whenever a file is opened: nobody can who holds a transaction.
class AsksTheDatabase final : public OnlyOpened {
 public:
  explicit AsksTheDatabase(sql::Database& database) : database_(database) {}
  std::optional<files::OpenFile> open(const Digest&) override {
    database_.read([&](sql::Read& read) {
      for (const auto& row : read.rows("SELECT 1")) asked += row.integer(0);
    });
    return std::nullopt;
  }
  std::int64_t asked = 0;

 private:
  sql::Database& database_;
};

class Verify : public sql::testing::OnBothDatabases {
 protected:
  Verify() {
    fill_demo_world(database(), fresh().settings().directory);
    housekeep([](sql::Housekeeping& turn) {
      turn.execute(
          "UPDATE evidence SET file_hash = ?, file_name = 'a.txt', file_type = 'text/plain',"
          " file_size = 6",
          digest_of("a file"));
    });
  }
  int verify_with(files::Storage& storage) {
    std::istringstream in;
    Terminal terminal{in, out, err, {}};
    return verify(database(), storage, terminal);
  }
  std::ostringstream out;
  std::ostringstream err;
};
INSTANTIATE_ON_BOTH_DATABASES(Verify);

TEST_P(Verify, P8_tells_of_the_history_though_the_files_cannot_be_read) {
  Away storage;
  EXPECT_EQ(verify_with(storage), 1);
  EXPECT_THAT(out.str(), HasSubstr("The history is whole: "));
  EXPECT_THAT(err.str(), HasSubstr("the storage server does not answer"));
  housekeep([](sql::Housekeeping& turn) { turn.execute("UPDATE history SET verb = 'x'"); });
  out.str({});
  EXPECT_EQ(verify_with(storage), 1);
  EXPECT_THAT(out.str(), HasSubstr("The row is not as it was written."));
  EXPECT_THAT(out.str(), Not(HasSubstr("whole")));
}

// PostgreSQL ends a transaction that asks nothing for a minute, and on SQLite one that is open for
// long lets the log grow.
TEST_P(Verify, reads_files_outside_of_any_transaction) {
  AsksTheDatabase storage(database());
  EXPECT_EQ(verify_with(storage), 1);
  EXPECT_GT(storage.asked, 0);
  EXPECT_THAT(out.str(), HasSubstr("is missing"));
}

}  // namespace
}  // namespace touchstone
