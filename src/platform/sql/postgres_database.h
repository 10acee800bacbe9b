#pragma once
#include <memory>

#include "platform/sql/database.h"
#include "platform/sql/migration.h"
#include "platform/sql/pool.h"
#include "platform/sql/postgres_connection.h"
#include "platform/sql/postgres_writer.h"

namespace touchstone::sql {

// How a connection carries out migrations.
Schema schema_of(PostgresConnection& connection);

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(const Settings& settings, Keys keys, const std::vector<Migration>& migrations);

  void read(const std::function<void(Read&)>& body) override;
  void copy_to(const std::filesystem::path& file) override;
  std::string describe() const override { return version_; }

 protected:
  void queue(Body body, Done done) override;
  bool still_writes() const override { return true; }

 private:
  std::string version_;
  Pool<PostgresConnection> connections_;
  std::unique_ptr<PostgresWriter> writer_;
};

}  // namespace touchstone::sql
