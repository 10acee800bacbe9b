#include "signin/throttle_store.h"

namespace touchstone::signin {

bool is_throttled(sql::Read& read, std::span<const Tally> about, Moment now) {
  for (const auto& one : about)
    for (const auto& row :
         read.rows("SELECT count(*) FROM account_failure WHERE about = ? AND at > ?", one.about,
                   now - failure_window))
      if (row.integer(0) >= one.limit) return true;
  return false;
}

void note_failure(sql::Housekeeping& housekeeping, std::span<const Tally> about, Moment now) {
  for (const auto& one : about)
    housekeeping.execute("INSERT INTO account_failure (id, about, at) VALUES (?, ?, ?)", new_uuid(),
                         one.about, now);
}

void sweep_failures(sql::Housekeeping& housekeeping, Moment now) {
  housekeeping.execute("DELETE FROM account_failure WHERE at <= ?", now - failure_window);
}

}  // namespace touchstone::signin
