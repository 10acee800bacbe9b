#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/log/log.h"
#include "platform/mail/mail.h"
#include "platform/mail/post.h"
#include "platform/sealed.h"

namespace touchstone::mail {
namespace {

constexpr std::chrono::milliseconds longest_pause{60 * 60'000};
constexpr std::chrono::hours failures_are_kept{30 * 24};
constexpr std::chrono::minutes sweep_every{60};

std::chrono::milliseconds pause_after(const Pace& pace, int attempt) {
  return std::min(longest_pause, pace.first_pause * (1 << std::min(attempt - 1, 12)));
}

Delivery try_to_send(const Post& post, const Waiting& mail, const std::stop_token& stop) {
  const auto text = unsealed(post.key, mail.sealed_text);
  const auto to = Address::from(mail.recipient);
  if (!text || !to) return {Outcome::never, "It was written with a key that was replaced since."};
  const auto bytes = as_sent({*to, mail.subject, *text}, post.from, mail.message_id, mail.made_at);
  return deliver(post.server, post.from, *to, bytes, stop);
}

}  // namespace

class PostOffice::Impl {
 public:
  Impl(sql::Database& database, Pace pace) : database_(database), pace_(std::move(pace)) {}

  void start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
  }

  void stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
  }

  std::size_t send_due(const std::stop_token& stop) {
    std::size_t tried = 0;
    while (!stop.stop_requested() && any_due()) {
      const auto mail = take();
      if (!mail) break;
      send(*mail, stop);
      ++tried;
    }
    return tried;
  }

  std::map<std::string, std::int64_t> figures() const {
    return {{"mail_waiting", waiting_}, {"mail_sent", sent_}, {"mail_given_up", given_up_}};
  }

 private:
  void watch(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      // A database that is away for a moment must not end the post.
      try {
        send_due(stop);
        look_around();
      } catch (const std::exception& error) {
        log::error("mail cannot be looked for: {}", error.what());
      }
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, stop, pace_.look_every, [] { return false; });
    }
  }

  void look_around() {
    database_.read([&](sql::Read& read) { waiting_ = count_outbox(read).waiting; });
    const auto at = pace_.clock();
    if (at < next_sweep_) return;
    keep([&](sql::Housekeeping& turn) { sweep_failed_mail(turn, at - failures_are_kept); });
    next_sweep_ = at + sweep_every;
  }

  bool any_due() {
    bool due = false;
    database_.read([&](sql::Read& read) { due = is_any_mail_due(read, pace_.clock()); });
    return due;
  }

  std::optional<Waiting> take() {
    std::optional<Waiting> mail;
    keep([&](sql::Housekeeping& turn) {
      const auto at = pace_.clock();
      mail = take_due_mail(turn, at, at + pace_.lease);
    });
    return mail;
  }

  void send(const Waiting& mail, const std::stop_token& stop) {
    if (mail.useful_until <= pace_.clock())
      return give_it_up(mail, "It could not be sent in time.");
    const auto delivery = try_to_send(*post(), mail, stop);
    if (delivery.outcome == Outcome::sent) {
      keep([&](sql::Housekeeping& turn) { mark_sent(turn, mail); });
      ++sent_;
    } else if (delivery.outcome == Outcome::never) {
      give_it_up(mail, delivery.problem);
    } else {
      log::warning("mail {} could not be sent at attempt {}: {}", to_text(mail.id), mail.attempt,
                   delivery.problem);
      const auto again = pace_.clock() + pause_after(pace_, mail.attempt);
      keep([&](sql::Housekeeping& turn) { put_off(turn, mail, delivery.problem, again); });
    }
  }

  void give_it_up(const Waiting& mail, const std::string& problem) {
    log::error("mail {} is given up at attempt {}: {}", to_text(mail.id), mail.attempt, problem);
    keep([&](sql::Housekeeping& turn) { give_up(turn, mail, problem, pace_.clock()); });
    ++given_up_;
  }

  void keep(const std::function<void(sql::Housekeeping&)>& body) {
    database_.write([&](sql::Turn& turn) {
      sql::Housekeeping housekeeping(turn);
      body(housekeeping);
      return sql::Verdict::keep;
    });
  }

  sql::Database& database_;
  Pace pace_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::atomic<std::int64_t> waiting_ = 0;
  std::atomic<std::int64_t> sent_ = 0;
  std::atomic<std::int64_t> given_up_ = 0;
  Moment next_sweep_{};
  std::jthread thread_;
};

PostOffice::PostOffice(sql::Database& database, Pace pace)
    : impl_(std::make_unique<Impl>(database, std::move(pace))) {}

PostOffice::~PostOffice() {
  stop();
}

void PostOffice::start() {
  if (is_set_up()) impl_->start();
}
void PostOffice::stop() {
  impl_->stop();
}
std::size_t PostOffice::send_due() {
  return is_set_up() ? impl_->send_due({}) : 0;
}
std::map<std::string, std::int64_t> PostOffice::figures() const {
  return impl_->figures();
}

}  // namespace touchstone::mail
