#include "platform/sql/migration.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace touchstone::sql {
namespace {

constexpr std::string_view own_table =
    "CREATE TABLE IF NOT EXISTS migration (\n"
    "  number {int} NOT NULL PRIMARY KEY,\n"
    "  name TEXT NOT NULL,\n"
    "  hash {bytes} NOT NULL,\n"
    "  at {time} NOT NULL\n"
    "){strict}";

bool drop_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

int number_of(std::string_view name) {
  int number = 0;
  const auto parsed =
      std::from_chars(name.data(), name.data() + std::min<std::size_t>(name.size(), 4), number);
  if (name.size() < 6 || parsed.ptr != name.data() + 4 || name[4] != '_' || number < 1)
    throw std::runtime_error("A migration is called NNNN_room_what.sql, and not " +
                             std::string(name) + ".");
  return number;
}

std::optional<Migration> read(Dialect dialect, const Embedded& file) {
  auto name = file.name;
  drop_end(name, ".sql");
  const bool for_sqlite = drop_end(name, ".sqlite");
  const bool for_postgres = !for_sqlite && drop_end(name, ".postgres");
  if (dialect == Dialect::sqlite ? for_postgres : for_sqlite) return std::nullopt;
  return Migration{.number = number_of(name),
                   .name = std::string(name),
                   .script = migration_for(dialect, file.bytes),
                   .hash = digest_of(file.bytes)};
}

struct Applied {
  std::int64_t number;
  std::string name;
  Digest hash;
};

std::vector<Applied> applied_to(Turn& turn) {
  std::vector<Applied> applied;
  for (const auto& row : turn.rows("SELECT number, name, hash FROM migration ORDER BY number", {}))
    applied.push_back({row.get<std::int64_t>(0), row.get<std::string>(1), row.get<Digest>(2)});
  return applied;
}

void refuse_strangers(const std::vector<Applied>& applied,
                      const std::vector<Migration>& migrations) {
  for (std::size_t i = 0; i < applied.size(); ++i) {
    if (i >= migrations.size() || applied[i].number > migrations.back().number)
      throw std::runtime_error("The database was made by a newer Touchstone (it has " +
                               applied[i].name + "). Start that version, or restore a backup.");
    if (applied[i].number != migrations[i].number)
      throw std::runtime_error("The database lacks the migration " + migrations[i].name +
                               ", though it has later ones. Restore a backup.");
    if (applied[i].hash != migrations[i].hash)
      throw std::runtime_error("The database was made by another text of the migration " +
                               migrations[i].name + ". Start the version that made it.");
  }
}

// In one transaction, undone as a whole when anything in it throws.
template <class Body>
void together(const Schema& schema, Body body) {
  schema.begin();
  try {
    body();
    schema.commit();
  } catch (...) {
    schema.roll_back();
    throw;
  }
}

void carry_out(const Schema& schema, const Migration& migration) {
  for (const auto statement : statements_in(migration.script)) {
    schema.run(statement);
    schema.after_statement();
  }
  schema.turn.execute("INSERT INTO migration (number, name, hash, at) VALUES (?, ?, ?, ?)",
                      {migration.number, migration.name, migration.hash, now()});
  schema.after_statement();
}

void carry_out_or_say(const Schema& schema, const Migration& migration) {
  try {
    carry_out(schema, migration);
  } catch (const std::exception& error) {
    throw std::runtime_error("The migration " + migration.name + " failed: " + error.what());
  }
}

}  // namespace

std::vector<Migration> migrations_for(Dialect dialect, const std::vector<Embedded>& files) {
  std::vector<Migration> migrations;
  for (const auto& file : files)
    if (auto migration = read(dialect, file)) migrations.push_back(std::move(*migration));
  std::ranges::sort(migrations, {}, &Migration::number);
  const auto twice = std::ranges::adjacent_find(migrations, {}, &Migration::number);
  if (twice != migrations.end())
    throw std::runtime_error("Two migrations have the number of " + twice->name + ".");
  return migrations;
}

void bring_up_to_date(Schema schema, const std::vector<Migration>& migrations, Dialect dialect) {
  together(schema, [&] {
    schema.run(migration_for(dialect, own_table));
    schema.after_statement();
  });
  // Read anew inside each transaction: another node may be at it.
  for (bool more = true; more;) {
    together(schema, [&] {
      const auto applied = applied_to(schema.turn);
      refuse_strangers(applied, migrations);
      more = applied.size() < migrations.size();
      if (more) carry_out_or_say(schema, migrations[applied.size()]);
    });
  }
}

}  // namespace touchstone::sql
