#include "good_practice/digest_store.h"

namespace touchstone::good_practice {

std::optional<DigestSent> digest_sent(sql::Read& read, const Uuid& workspace,
                                      std::string_view month) {
  for (const auto& row : read.rows(
           "SELECT at, people FROM practice_digest WHERE ws = ? AND month = ?", workspace, month))
    return DigestSent{row.get<Moment>(0), row.integer(1)};
  return std::nullopt;
}

bool note_digest(sql::Write& write, const Validator& by, std::string_view month,
                 std::int64_t people, Moment at) {
  if (write.execute("INSERT INTO practice_digest (ws, month, made_by, at, people) "
                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    by.workspace(), month, by.person(), at, people) == 0)
    return false;
  write.record({"practice_digest", by.person().value, "mailed", "{}"});
  return true;
}

}  // namespace touchstone::good_practice
