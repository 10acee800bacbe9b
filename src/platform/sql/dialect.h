#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What differs between the two databases, as pure functions over SQL text.
namespace touchstone::sql {

enum class Dialect : std::uint8_t { sqlite, postgres };

// What a room writes → what the database reads: `?` becomes `$n` on PostgreSQL, `{for_update}` and
// `{skip_locked}` become their clause there and nothing on SQLite. Quoted text and comments stay as
// they are.
std::string statement_for(Dialect dialect, std::string_view sql);

// The text of a migration with {id} {bytes} {int} {time} {text} and {strict} as the database spells
// them. Throws std::runtime_error naming a token that does not exist.
std::string migration_for(Dialect dialect, std::string_view text);

// The statements of a script without their semicolons, empty ones left out. Understands quotes,
// PostgreSQL's dollar quotes, comments, and the BEGIN … END of a trigger.
std::vector<std::string_view> statements_in(std::string_view script);

// True for SELECT and VALUES, and for WITH when nothing in it writes.
bool only_reads(std::string_view sql);

}  // namespace touchstone::sql
