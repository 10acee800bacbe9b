#include "evidence/word_store.h"

#include "platform/text.h"

namespace touchstone::evidence {
namespace {

constexpr std::int64_t too_many = 2'000;  // rows of the index

sql::Bytes bytes_of(const std::string& word) {
  return {unsigned_bytes(word), word.size()};
}

}  // namespace

WordRange beginning_with(std::string_view word) {
  // No UTF-8 holds that byte, so it comes after whatever goes on.
  return {std::string(word), std::string(word) + '\xff'};
}

void add_words(sql::Write& write, Id<Piece> piece, const std::vector<std::string>& words) {
  for (const auto& word : words)
    write.execute("INSERT INTO evidence_word (ws, word, evidence) VALUES (?, ?, ?)",
                  write.actor().workspace, bytes_of(word), piece);
}

void remove_words(sql::Write& write, Id<Piece> piece, const std::vector<std::string>& words) {
  for (const auto& word : words)
    write.execute("DELETE FROM evidence_word WHERE ws = ? AND word = ? AND evidence = ?",
                  write.actor().workspace, bytes_of(word), piece);
}

std::string rarest_of(sql::Read& read, const Uuid& workspace,
                      const std::vector<std::string>& words) {
  std::string rarest;
  auto fewest = too_many;
  for (const auto& word : words) {
    const auto [first, last] = beginning_with(word);
    auto rows = read.rows(
        "SELECT COUNT(*) FROM (SELECT 1 FROM evidence_word WHERE ws = ? AND word >= ? "
        "AND word < ? LIMIT 2000) AS found",
        workspace, bytes_of(first), bytes_of(last));
    const auto found = rows.next()->integer(0);
    if (found >= fewest) continue;
    fewest = found;
    rarest = word;
  }
  return rarest;
}

}  // namespace touchstone::evidence
