#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "platform/jobs/job_store.h"
#include "platform/log/log.h"

namespace touchstone::jobs {
namespace {

constexpr std::chrono::milliseconds longest_pause{60 * 60'000};

std::chrono::milliseconds pause_after(const Settings& settings, int attempt) {
  return std::min(longest_pause, settings.first_pause * (1 << std::min(attempt - 1, 12)));
}

}  // namespace

class Runner::Impl {
 public:
  Impl(sql::Database& database, Settings settings)
      : database_(database), settings_(std::move(settings)) {}

  std::map<std::string, Handler, std::less<>> handlers;

  void start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
  }

  void stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
  }

  void nudge() {
    const std::lock_guard lock(mutex_);
    nudged_ = true;
    wake_.notify_one();
  }

  std::map<std::string, std::int64_t> figures() const { return {{"jobs_given_up", given_up_}}; }

  std::size_t run_due(const std::stop_token& stop) {
    std::size_t done = 0;
    while (!stop.stop_requested() && any_due()) {
      const auto job = take();
      if (!job) break;
      attempt(*job);
      ++done;
    }
    return done;
  }

 private:
  void watch(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      // A database that is away for a moment must not end the queue.
      try {
        run_due(stop);
        database_.read([&](sql::Read& read) { given_up_ = dead_jobs(read); });
      } catch (const std::exception& error) {
        log::error("jobs cannot be looked for: {}", error.what());
      }
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, stop, settings_.look_every, [this] { return nudged_; });
      nudged_ = false;
    }
  }

  bool any_due() {
    bool due = false;
    database_.read([&](sql::Read& read) { due = is_any_due(read, settings_.clock()); });
    return due;
  }

  std::optional<Job> take() {
    std::optional<Job> job;
    keep([&](sql::Housekeeping& turn) {
      const auto at = settings_.clock();
      job = take_due(turn, at, at + settings_.lease);
    });
    return job;
  }

  void attempt(const Job& job) {
    // Each attempt was counted when it began, and its last one never said what became of it.
    if (job.attempt > settings_.attempts) {
      failed(job, "It ended the program at its last attempt.");
      return;
    }
    try {
      const auto handler = handlers.find(job.kind);
      if (handler == handlers.end())
        throw std::runtime_error("Nothing here knows this kind of job.");
      handler->second(database_, job);
      keep([&](sql::Housekeeping& turn) { finish(turn, job); });
    } catch (const std::exception& error) {
      failed(job, error.what());
    }
  }

  void failed(const Job& job, const std::string& problem) {
    const bool last = job.attempt >= settings_.attempts;
    log::warning("job {} of kind {} failed at attempt {}{}: {}", to_text(job.id), job.kind,
                 job.attempt, last ? ", the last" : "", problem);
    keep([&](sql::Housekeeping& turn) {
      if (last)
        give_up(turn, job, problem, settings_.clock());
      else
        put_off(turn, job, problem, settings_.clock() + pause_after(settings_, job.attempt));
    });
  }

  void keep(const std::function<void(sql::Housekeeping&)>& body) {
    database_.write([&](sql::Turn& turn) {
      sql::Housekeeping housekeeping(turn);
      body(housekeeping);
      return sql::Verdict::keep;
    });
  }

  sql::Database& database_;
  Settings settings_;
  std::atomic<std::int64_t> given_up_ = 0;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool nudged_ = false;
  std::jthread thread_;
};

Runner::Runner(sql::Database& database, Settings settings)
    : impl_(std::make_unique<Impl>(database, std::move(settings))) {}

Runner::~Runner() {
  stop();
}

void Runner::on(std::string kind, Handler handler) {
  if (!impl_->handlers.emplace(std::move(kind), std::move(handler)).second)
    throw std::logic_error("Two handlers for one kind of job.");
}

void Runner::start() {
  impl_->start();
}
void Runner::nudge() {
  impl_->nudge();
}
void Runner::stop() {
  impl_->stop();
}
std::size_t Runner::run_due() {
  return impl_->run_due({});
}
std::map<std::string, std::int64_t> Runner::figures() const {
  return impl_->figures();
}

}  // namespace touchstone::jobs
