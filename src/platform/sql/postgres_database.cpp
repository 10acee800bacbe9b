#include "platform/sql/postgres_database.h"

#include <algorithm>

namespace touchstone::sql {
namespace {

class PostgresLooking {
 public:
  explicit PostgresLooking(PostgresConnection& connection) : connection_(connection) {
    connection_.begin_read();
  }
  ~PostgresLooking() { connection_.end_read(); }
  PostgresLooking(const PostgresLooking&) = delete;
  PostgresLooking& operator=(const PostgresLooking&) = delete;

 private:
  PostgresConnection& connection_;
};

}  // namespace

Schema schema_of(PostgresConnection& connection) {
  return {.turn = connection,
          .run = [&](std::string_view statement) { connection.run(statement); },
          .begin =
              [&] {
                // A number of our own, so that nodes that start together go one after another.
                connection.run("BEGIN; SELECT pg_advisory_xact_lock(8296301144)");
              },
          .commit = [&] { connection.run("COMMIT"); },
          .roll_back = [&] { connection.roll_back(); }};
}

PostgresDatabase::PostgresDatabase(const Settings& settings, Keys keys,
                                   const std::vector<Migration>& migrations) {
  keys_ = std::move(keys);
  for (int i = 0; i < std::max(settings.readers, 1); ++i)
    connections_.add(std::make_unique<PostgresConnection>(settings.url));
  auto connection = connections_.take();
  bring_up_to_date(schema_of(*connection), migrations, Dialect::postgres);
  version_ = connection->version();
  writer_ = std::make_unique<PostgresWriter>(settings.url, settings.group);
}

void PostgresDatabase::read(const std::function<void(Read&)>& body) {
  auto connection = connections_.take();
  try {
    connection->revive();
    const PostgresLooking looking(*connection);
    Read read(*connection);
    body(read);
  } catch (const PostgresError& error) {
    if (is_away(error)) throw CannotRead(std::string("Nothing was read: ") + error.what());
    throw;
  }
}

void PostgresDatabase::copy_to(const std::filesystem::path& /*file*/) {
  throw std::runtime_error(
      "This database is PostgreSQL's: copy it with pg_dump, and then the keys and the files.");
}

void PostgresDatabase::queue(Body body, Done done) {
  writer_->add(std::move(body), std::move(done));
}

}  // namespace touchstone::sql
