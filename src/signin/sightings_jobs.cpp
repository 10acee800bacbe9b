#include "signin/sightings_jobs.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

#include "people/people.h"
#include "platform/log/log.h"
#include "signin/account_link_store.h"
#include "signin/device_pages.h"
#include "signin/device_store.h"
#include "signin/session_store.h"
#include "signin/throttle_store.h"
#include "signin/unkept_session.h"

namespace touchstone::signin {

namespace {

constexpr std::chrono::minutes sweep_every{10};
constexpr std::chrono::seconds pause_after_failure{30};
constexpr std::chrono::hours device_seen_precision{24};

using Seen = std::map<Digest, Moment>;

// Fills in whose account it is, and who that is where the address leads. False when the account was
// disabled.
bool recognise(sql::Read& read, Id<people::Account> id, const Digest& token_hash, Moment real,
               http::Request& request) {
  auto& visitor = request.visitor;
  const auto slug = request.parameter("workspace");
  if (slug.empty() || !people::fill_presence(read, id, slug, real, visitor)) {
    const auto account = people::account(read, id);
    if (!account || account->state != people::State::active) return false;
    visitor.name = visitor.email = account->email;
    const auto whom = people::whom_to_ask(read, id);
    visitor.ask_name = whom.name;
    visitor.ask_email = whom.email;
  }
  visitor.account = id.value;
  std::copy_n(token_hash.begin(), visitor.session.bytes.size(), visitor.session.bytes.begin());
  return true;
}

// Where the session acts for somebody: that person's grants in place of the visitor's own, in the
// workspace of that person only.
void let_act(sql::Read& read, const Session& session, Moment real, http::Visitor& visitor) {
  if (!session.deputy || !session.deputy_ws) return;
  const auto whom =
      people::acting_for(read, *session.deputy_ws, *session.deputy, session.account, real);
  if (!whom) return;
  const bool here = visitor.workspace == session.deputy_ws->value;
  if (!here && !visitor.workspace.empty()) return;
  visitor.acts_for = whom->name;
  visitor.acts_in = whom->slug;
  if (here) people::stand_in(read, whom->person, visitor);
}

}  // namespace

class Sightings::Impl {
 public:
  explicit Impl(sql::Database& database)
      : database_(database), thread_([this](const std::stop_token& stop) { run(stop); }) {}

  // When the session was really last seen: the database may lag behind.
  Moment last_seen(const Session& session) {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(session.token_hash);
    return found == waiting_.end() ? session.seen : std::max(session.seen, found->second);
  }

  void note(const Digest& token_hash, Moment seen) {
    {
      const std::lock_guard lock(mutex_);
      waiting_[token_hash] = seen;
    }
    wake_.notify_one();
  }

 private:
  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, stop, [this] { return !waiting_.empty(); });
      const auto seen = waiting_;
      lock.unlock();
      if (seen.empty()) continue;
      const bool kept = keep(seen);
      lock.lock();
      if (kept)
        forget(seen);
      else
        wake_.wait_for(lock, stop, pause_after_failure, [] { return false; });
    }
  }

  bool keep(const Seen& seen) {
    const auto real = now();
    const bool sweeps = real >= next_sweep_;
    const auto ended = ended_until_kept();
    try {
      database_.write([&](sql::Turn& turn) {
        sql::Housekeeping housekeeping(turn);
        for (const auto& [token_hash, moment] : seen) {
          note_seen(housekeeping, token_hash, moment);
          note_device_seen(housekeeping, token_hash, moment);
        }
        for (const auto& token_hash : ended) end(housekeeping, token_hash);
        if (sweeps) sweep_sessions(housekeeping, real);
        if (sweeps) sweep_failures(housekeeping, real);
        if (sweeps) sweep_devices(housekeeping, real);
        if (sweeps) sweep_links(housekeeping, real);
        return sql::Verdict::keep;
      });
    } catch (const std::exception& problem) {
      log::warning("cannot keep when sessions were last seen: {}", problem.what());
      return false;
    }
    forget_ended(ended);
    if (sweeps) next_sweep_ = real + sweep_every;
    return true;
  }

  void forget(const Seen& kept) {
    for (const auto& [token_hash, moment] : kept)
      if (const auto found = waiting_.find(token_hash);
          found != waiting_.end() && found->second == moment)
        waiting_.erase(found);
  }

  sql::Database& database_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  Seen waiting_;  // not yet in the database
  Moment next_sweep_{};
  std::jthread thread_;
};

Sightings::Sightings(sql::Database& database) : impl_(std::make_unique<Impl>(database)) {}
Sightings::~Sightings() = default;

void Sightings::identify(sql::Read& read, http::Request& request) {
  if (!by_session(read, request)) by_device(read, request);
}

bool Sightings::by_session(sql::Read& read, http::Request& request) {
  if (request.session_token.empty()) return false;
  const auto real = now();
  const auto token_hash = digest_of(request.session_token);
  auto session = session_of(read, token_hash);
  const bool kept = session.has_value();
  if (!kept) session = session_in_memory(token_hash, real);
  if (!session || session->one_time || is_ended_until_kept(token_hash)) return false;
  const bool stale = kept && real - session->seen >= seen_precision;
  if (stale) session->seen = impl_->last_seen(*session);
  if (!is_alive(*session, real)) return false;
  if (!recognise(read, session->account, token_hash, real, request)) return false;
  request.visitor.only_looks = !kept;
  let_act(read, *session, real, request.visitor);
  if (stale && real - session->seen >= seen_precision) impl_->note(token_hash, real);
  return true;
}

void Sightings::by_device(sql::Read& read, http::Request& request) {
  const auto token = device_token(request);
  if (token.empty() || !opens_on_remembered_phones(request.path)) return;
  const auto real = now();
  const auto token_hash = digest_of(token);
  const auto device = device_of(read, token_hash, real);
  if (!device || !recognise(read, device->account, token_hash, real, request)) return;
  // "/account" has one part like the first page of an organisation, and is none.
  if (request.path != "/" && request.visitor.person.empty()) {
    request.visitor = {};
    return;
  }
  request.visitor.grants.clear();
  request.visitor.remembered = true;
  if (real - device->seen >= device_seen_precision) impl_->note(token_hash, real);
}

}  // namespace touchstone::signin
