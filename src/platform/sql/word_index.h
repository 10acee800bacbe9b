#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/turn.h"

namespace touchstone::sql {

// The words by which the rows of one table are found: a table (ws, word, row), whose words are
// bytes, so that their order is the same in both databases. Lives as long as the program.
class WordIndex {
 public:
  // Names of that table and of its column for the row.
  WordIndex(std::string_view table, std::string_view row);

  // Part of the write that adds, changes or removes the row, which records it.
  void add(Write& write, const Uuid& row, const std::vector<std::string>& words) const;
  void remove(Write& write, const Uuid& row, const std::vector<std::string>& words) const;

  // The word that the fewest rows have a word beginning with; empty where each has so many that it
  // is quicker to look through the rows.
  std::string rarest_of(Read& read, const Uuid& workspace,
                        const std::vector<std::string>& words) const;

 private:
  std::string add_;
  std::string remove_;
  std::string count_;
};

// Words as the database orders them, from the first to before the last.
struct WordRange {
  std::string first{};
  std::string last{};
};
WordRange beginning_with(std::string_view word);
Bytes bytes_of(const std::string& word);

}  // namespace touchstone::sql
