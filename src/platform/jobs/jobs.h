#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "platform/date.h"
#include "platform/id.h"
#include "platform/sql/database.h"
#include "platform/sql/turn.h"

// Work that happens later, on whichever node is free. A job is a row of the same database as the
// change that asked for it, so both are kept or neither.
namespace touchstone::jobs {

struct Job {
  Uuid id{};
  Uuid workspace{};
  std::string kind;     // "reminder"
  std::string payload;  // JSON; without personal data where an id will do
  int attempt = 1;      // 1 for the first
};

// Does the job. May run again after a crash or time-out, so it must not matter whether it ran
// before; one that crashes each time is given up like one that fails each time. Throws when it
// could not; the sentence is kept with the job.
using Handler = std::function<void(sql::Database&, const Job&)>;

Uuid enqueue(sql::Housekeeping& housekeeping, const Uuid& workspace, std::string_view kind,
             std::string_view payload, Moment run_at);
// In the workspace of the actor.
Uuid enqueue(sql::Write& write, std::string_view kind, std::string_view payload, Moment run_at);

// Whether a job of this kind waits that is due later than that.
bool is_any_after(sql::Read& read, std::string_view kind, Moment moment);

// Those of that kind that nobody will try again are forgotten, with what they were about.
void forget_given_up(sql::Write& write, std::string_view kind);

struct Settings {
  int attempts = 8;                              // then the job is dead and stays with its error
  std::chrono::milliseconds lease{5 * 60'000};   // after that another runner may take the job
  std::chrono::milliseconds first_pause{5'000};  // doubles after each failure, up to an hour
  std::chrono::milliseconds look_every{2'000};   // how long a job that is due may wait
  std::function<Moment()> clock = now;           // what is due, and until when a lease lasts
};

// Runs jobs one by one in a thread of its own.
class Runner {
 public:
  explicit Runner(sql::Database& database, Settings settings = {});
  ~Runner();  // stops

  // Before start(). Throws std::logic_error for a kind that has a handler.
  void on(std::string kind, Handler handler);
  void start();
  void nudge();  // look now
  void stop();   // waits for the job under way
  // Does what is due now, in the calling thread, and says how many jobs it did or failed.
  std::size_t run_due();
  // For /metrics: jobs_given_up, how many there are, as last seen by the thread.
  std::map<std::string, std::int64_t> figures() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace touchstone::jobs
