#include "heads_jobs.h"

#include "platform/jobs/daily.h"
#include "platform/log/log.h"
#include "platform/sql/history.h"
#include "platform/text.h"

namespace touchstone {
namespace {

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
  jobs::every_day(runner, std::string(kind), log_heads);
}

void plan_next_heads(sql::Database& database) {
  jobs::plan_next_day(database, kind);
}

}  // namespace touchstone
