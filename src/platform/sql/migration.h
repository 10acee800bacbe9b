#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/embedded.h"
#include "platform/secret.h"
#include "platform/sql/dialect.h"
#include "platform/sql/turn.h"

// Brings a schema up to date: files NNNN_room_what.sql, each carried out once, in one transaction
// together with its row in the table `migration`.
namespace touchstone::sql {

struct Migration {
  int number = 0;
  std::string name;    // "0001_plumbing"
  std::string script;  // in the database's own words
  Digest hash{};       // of the file as it is embedded
};

// In order. A twin `NNNN_room_what.sqlite.sql` or `.postgres.sql` belongs to one database only.
// Throws std::runtime_error when a number or name is not sound, or two share a number.
std::vector<Migration> migrations_for(Dialect dialect, const std::vector<Embedded>& files);

// What carrying out needs of a connection.
struct Schema {
  Turn& turn;
  std::function<void(std::string_view)> run;  // one statement
  std::function<void()> begin;                // alone among all nodes until commit
  std::function<void()> commit;
  std::function<void()> roll_back;                // does not throw
  std::function<void()> after_statement = [] {};  // for tests
};

// Throws std::runtime_error with a sentence when the database was made by a newer Touchstone, or by
// another text of a migration than ours.
void bring_up_to_date(Schema schema, const std::vector<Migration>& migrations, Dialect dialect);

}  // namespace touchstone::sql
