#include "platform/sql/word_index.h"

#include "platform/text.h"

namespace touchstone::sql {
namespace {

constexpr std::int64_t too_many = 2'000;  // rows of the index

}  // namespace

WordIndex::WordIndex(std::string_view table, std::string_view row) {
  const std::string name(table), column(row);
  add_ =
      "INSERT INTO " + name + " (ws, word, " + column + ") VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  remove_ = "DELETE FROM " + name + " WHERE ws = ? AND word = ? AND " + column + " = ?";
  count_ = "SELECT COUNT(*) FROM (SELECT 1 FROM " + name +
           " WHERE ws = ? AND word >= ? AND word < ? LIMIT 2000) AS found";
}

void WordIndex::add(Write& write, const Uuid& row, const std::vector<std::string>& words) const {
  for (const auto& word : words) write.execute(add_, write.actor().workspace, bytes_of(word), row);
}

void WordIndex::remove(Write& write, const Uuid& row, const std::vector<std::string>& words) const {
  for (const auto& word : words)
    write.execute(remove_, write.actor().workspace, bytes_of(word), row);
}

std::string WordIndex::rarest_of(Read& read, const Uuid& workspace,
                                 const std::vector<std::string>& words) const {
  std::string rarest;
  auto fewest = too_many;
  for (const auto& word : words) {
    const auto [first, last] = beginning_with(word);
    auto rows = read.rows(count_, workspace, bytes_of(first), bytes_of(last));
    const auto found = rows.next()->integer(0);
    if (found >= fewest) continue;
    fewest = found;
    rarest = word;
  }
  return rarest;
}

WordRange beginning_with(std::string_view word) {
  // No UTF-8 holds that byte, so it comes after whatever goes on.
  return {std::string(word), std::string(word) + '\xff'};
}

Bytes bytes_of(const std::string& word) {
  return {unsigned_bytes(word), word.size()};
}

}  // namespace touchstone::sql
