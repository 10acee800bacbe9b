#pragma once
#include <memory>
#include <string>

#include "platform/sql/database.h"
#include "platform/sql/migration.h"
#include "platform/sql/pool.h"
#include "platform/sql/sqlite_connection.h"
#include "platform/sql/sqlite_writer.h"

namespace touchstone::sql {

// How a connection carries out migrations.
Schema schema_of(SqliteConnection& connection);

class SqliteDatabase final : public Database {
 public:
  struct Layer {
    const char* vfs = nullptr;       // the operating system's; null for the usual one
    int pages_to_checkpoint = 1000;  // of 4 kB
  };
  // The file may not exist yet.
  SqliteDatabase(const std::string& file, const Settings& settings, Keys keys,
                 const std::vector<Migration>& migrations, const Layer& layer);
  ~SqliteDatabase() override;

  void read(const std::function<void(Read&)>& body) override;
  void copy_to(const std::filesystem::path& file) override;
  std::string describe() const override;

 protected:
  void queue(Body body, Done done) override;
  bool still_writes() const override { return writer_->can_write(); }

 private:
  std::unique_ptr<SqliteWriter> writer_;
  Pool<SqliteConnection> readers_;
};

}  // namespace touchstone::sql
