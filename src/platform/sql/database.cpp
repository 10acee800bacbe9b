#include "platform/sql/database.h"

#include <future>

#include "platform/embedded.h"
#include "platform/log/log.h"
#include "platform/sql/directory_lock.h"
#include "platform/sql/history.h"
#include "platform/sql/migration.h"
#include "platform/sql/postgres_database.h"
#include "platform/sql/sqlite_database.h"

namespace touchstone::sql {
namespace {

std::unique_ptr<Database> opened(const Settings& settings) {
  auto keys = load_keys(settings.directory);
  if (!settings.url.empty())
    return std::make_unique<PostgresDatabase>(
        settings, std::move(keys), migrations_for(Dialect::postgres, embedded::migrations));
  const auto file = settings.directory / "touchstone.db";
  return std::make_unique<SqliteDatabase>(file.string(), settings, std::move(keys),
                                          migrations_for(Dialect::sqlite, embedded::migrations),
                                          SqliteDatabase::Layer{});
}

}  // namespace

std::unique_ptr<Database> Database::open(const Settings& settings) {
  auto lock = std::make_shared<DirectoryLock>(settings.directory);
  auto database = opened(settings);
  database->lock_ = std::move(lock);
  database->read(
      [&](Read& read) { database->why_not_write_ = why_not_with(read, database->keys()); });
  log::debug("opened {} in {}", database->describe(), settings.directory.string());
  return database;
}

void Database::write_later(Body body, Done done) {
  if (why_not_write_)
    done(std::make_exception_ptr(CannotWrite(*why_not_write_)));
  else
    queue(std::move(body), std::move(done));
}

void Database::write(const Body& body) {
  std::promise<void> kept;
  auto outcome = kept.get_future();
  write_later(body, [&kept](const std::exception_ptr& problem) {
    if (problem)
      kept.set_exception(problem);
    else
      kept.set_value();
  });
  outcome.get();
}

}  // namespace touchstone::sql
