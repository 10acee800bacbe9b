#include "platform/sql/sqlite_database.h"

#include <algorithm>

#include "platform/log/log.h"

namespace touchstone::sql {
namespace {

// A transaction that only looks; it ends with the scope.
class SqliteLooking {
 public:
  explicit SqliteLooking(SqliteConnection& connection) : connection_(connection) {
    connection_.execute("BEGIN", {});
  }
  ~SqliteLooking() {
    connection_.end_turn();
    try {
      if (connection_.in_transaction()) connection_.execute("COMMIT", {});
    } catch (const SqliteError& error) {
      log::error("At the end of a read: {}", error.what());
    }
  }
  SqliteLooking(const SqliteLooking&) = delete;
  SqliteLooking& operator=(const SqliteLooking&) = delete;

 private:
  SqliteConnection& connection_;
};

void roll_back(SqliteConnection& connection) {
  connection.end_turn();
  try {
    if (connection.in_transaction()) connection.execute("ROLLBACK", {});
  } catch (const SqliteError& error) {
    log::error("Rolling back: {}", error.what());
  }
}

}  // namespace

Schema schema_of(SqliteConnection& connection) {
  return {.turn = connection,
          .run = [&](std::string_view statement) { connection.run(statement); },
          .begin = [&] { connection.execute("BEGIN IMMEDIATE", {}); },
          .commit = [&] { connection.execute("COMMIT", {}); },
          .roll_back = [&] { roll_back(connection); }};
}

SqliteDatabase::SqliteDatabase(const std::string& file, const Settings& settings, Keys keys,
                               const std::vector<Migration>& migrations, const Layer& layer) {
  keys_ = std::move(keys);
  auto connection = std::make_unique<SqliteConnection>(file, Access::write, layer.vfs);
  bring_up_to_date(schema_of(*connection), migrations, Dialect::sqlite);
  writer_ = std::make_unique<SqliteWriter>(std::move(connection), settings.group,
                                           layer.pages_to_checkpoint);
  for (int i = 0; i < std::max(settings.readers, 1); ++i)
    readers_.add(std::make_unique<SqliteConnection>(file, Access::read, layer.vfs));
}

SqliteDatabase::~SqliteDatabase() {
  readers_.clear();
}

void SqliteDatabase::read(const std::function<void(Read&)>& body) {
  auto connection = readers_.take();
  const SqliteLooking looking(*connection);
  Read read(*connection);
  body(read);
}

void SqliteDatabase::copy_to(const std::filesystem::path& file) {
  readers_.take()->copy_to(file.string());
}

void SqliteDatabase::queue(Body body, Done done) {
  writer_->add(std::move(body), std::move(done));
}

std::string SqliteDatabase::describe() const {
  return std::string("SQLite ") + sqlite3_libversion();
}

}  // namespace touchstone::sql
