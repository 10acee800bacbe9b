#include "good_practice/agenda_store.h"

#include <string>
#include <utility>

#include "good_practice/practice_row_store.h"
#include "good_practice/practice_store.h"

namespace touchstone::good_practice {
namespace {

std::vector<Practice> agenda_from(sql::Rows rows) {
  std::vector<Practice> found;
  for (const auto& row : rows) found.push_back(practice_from(row));
  return found;
}

}  // namespace

std::vector<Practice> waited_on(sql::Read& read, const Uuid& workspace, Date day) {
  // Until a decision ended it, or until now.
  static const std::string waited =
      "SELECT w.practice, MIN(w.since) FROM (SELECT d.practice AS practice, d.waited_since AS "
      "since FROM practice_decision d WHERE d.ws = ? AND d.made_on >= ? AND d.waited_since <= ? "
      "AND d.state_before = 'waiting' UNION ALL SELECT q.id, q.waiting_since FROM practice q WHERE "
      "q.ws = ? AND q.state = 'waiting' AND q.waiting_since <= ?) w JOIN practice p ON p.ws = ? "
      "AND p.id = w.practice WHERE p.withdrawn_at IS NULL GROUP BY w.practice ORDER BY 2, 1 LIMIT "
      "50";
  const auto on = to_iso(day);
  std::vector<std::pair<Id<Practice>, Date>> since;
  for (const auto& row : read.rows(waited, workspace, on, on, workspace, on, workspace))
    since.emplace_back(row.get<Id<Practice>>(0), date_from_iso(row.text(1)).value());
  std::vector<Practice> found;
  found.reserve(since.size());
  for (const auto& [id, then] : since) {
    found.push_back(practice(read, workspace, id).value());
    found.back().waiting_since = then;
  }
  return found;
}

std::vector<Practice> to_share(sql::Read& read, const Uuid& workspace) {
  static const auto unshared = practice_columns +
                               "practice p WHERE p.ws = ? AND p.state = 'valid' "
                               "AND p.listed = 0 ORDER BY p.id LIMIT 50";
  return agenda_from(read.rows(unshared, workspace));
}

std::vector<Practice> to_assess(sql::Read& read, const Uuid& workspace) {
  // What was put together with another counts where that one stands.
  const auto stands = [](const std::string& table, const std::string& more) {
    return "(SELECT COALESCE(m.merged_into, m.id) FROM " + table +
           " t JOIN practice m ON m.ws = t.ws AND m.id = t.practice WHERE t.ws = ?" + more + ") ";
  };
  static const auto reported =
      practice_columns + "practice p WHERE p.ws = ? AND p.listed = 1 AND p.id IN " +
      stands("practice_trial", " AND t.reported_on IS NOT NULL") + "AND p.id NOT IN " +
      stands("practice_impact", "") + "ORDER BY p.id LIMIT 50";
  return agenda_from(read.rows(reported, workspace, workspace, workspace));
}

}  // namespace touchstone::good_practice
