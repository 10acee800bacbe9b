#include "platform/jobs/daily.h"

#include "platform/log/log.h"

namespace touchstone::jobs {

void every_day(Runner& runner, const std::string& kind, std::function<void(sql::Database&)> work) {
  runner.on(kind, [kind, work = std::move(work)](sql::Database& database, const Job&) {
    // First, so that a day on which it fails is not its last.
    plan_next_day(database, kind);
    work(database);
  });
}

void plan_next_day(sql::Database& database, std::string_view kind) {
  try {
    database.write([&](sql::Turn& turn) {
      sql::Housekeeping housekeeping(turn);
      const auto real = now();
      if (!is_any_after(housekeeping, kind, real))
        enqueue(housekeeping, {}, kind, "{}", real + std::chrono::hours(24));
      return sql::Verdict::keep;
    });
  } catch (const sql::CannotWrite& why) {
    log::warning("the daily {} is not planned: {}", kind, why.what());
  }
}

}  // namespace touchstone::jobs
