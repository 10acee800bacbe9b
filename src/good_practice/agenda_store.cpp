#include "good_practice/agenda_store.h"

#include "good_practice/practice_row_store.h"

namespace touchstone::good_practice {
namespace {

std::vector<Practice> agenda_from(sql::Rows rows) {
  std::vector<Practice> found;
  for (const auto& row : rows) found.push_back(practice_from(row));
  return found;
}

}  // namespace

std::vector<Practice> waited_on(sql::Read& read, const Uuid& workspace, Date day) {
  static const auto waited =
      practice_columns +
      "practice p WHERE p.ws = ? AND p.waiting_since <= ? AND p.withdrawn_at IS NULL "
      "AND (p.state = 'waiting' "
      "OR EXISTS (SELECT 1 FROM practice_decision d WHERE d.ws = p.ws AND d.practice = p.id "
      "AND d.made_on >= ?)) AND NOT EXISTS (SELECT 1 FROM practice_decision b WHERE b.ws = p.ws "
      "AND b.practice = p.id AND b.made_on < ? AND b.made_on >= p.waiting_since) "
      "ORDER BY p.waiting_since, p.id LIMIT 50";
  const auto on = to_iso(day);
  return agenda_from(read.rows(waited, workspace, on, on, on));
}

std::vector<Practice> to_share(sql::Read& read, const Uuid& workspace) {
  static const auto unshared = practice_columns +
                               "practice p WHERE p.ws = ? AND p.state = 'valid' "
                               "AND p.listed = 0 ORDER BY p.id LIMIT 50";
  return agenda_from(read.rows(unshared, workspace));
}

std::vector<Practice> to_assess(sql::Read& read, const Uuid& workspace) {
  static const auto reported =
      practice_columns +
      "practice p WHERE p.ws = ? AND p.listed = 1 AND p.id IN (SELECT t.practice "
      "FROM practice_trial t WHERE t.ws = ? AND t.reported_on IS NOT NULL) "
      "AND NOT EXISTS (SELECT 1 FROM practice_impact i WHERE i.ws = p.ws "
      "AND i.practice = p.id) ORDER BY p.id LIMIT 50";
  return agenda_from(read.rows(reported, workspace, workspace));
}

}  // namespace touchstone::good_practice
