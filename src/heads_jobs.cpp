#include "heads_jobs.h"

#include "platform/log/log.h"
#include "platform/sql/history.h"
#include "platform/text.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kind = "log_heads";

}  // namespace

void log_heads(sql::Database& database) {
  database.read([](sql::Read& read) {
    for (const auto& head : sql::heads_of_history(read))
      log::info("history of {} ends at {} with {}", to_text(head.workspace), head.n,
                to_hex({reinterpret_cast<const char*>(head.mac.data()), head.mac.size()}));
  });
}

void log_heads_daily(jobs::Runner& runner) {
  runner.on(std::string(kind), [](sql::Database& database, const jobs::Job&) {
    log_heads(database);
    plan_next_heads(database);
  });
}

void plan_next_heads(sql::Database& database) {
  try {
    database.write([](sql::Turn& turn) {
      sql::Housekeeping housekeeping(turn);
      const auto real = now();
      if (!jobs::is_any_after(housekeeping, kind, real))
        jobs::enqueue(housekeeping, {}, kind, "{}", real + 24h);
      return sql::Verdict::keep;
    });
  } catch (const sql::CannotWrite& why) {
    log::warning("the ends of the history are not logged tomorrow: {}", why.what());
  }
}

}  // namespace touchstone
