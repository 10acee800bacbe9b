#include "signin/unkept_session.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <vector>

#include "signin/throttle.h"

namespace touchstone::signin {
namespace {

struct Failure {
  Digest about{};
  Moment at{};
};

struct Memory {
  std::mutex mutex;
  std::map<Digest, Session> sessions;
  std::set<Digest> ended;  // as many as there are sessions in the database at the most
  std::vector<Failure> failures;
};

Memory& memory() {
  static Memory kept;
  return kept;
}

void forget_failures(std::vector<Failure>& failures, Moment now) {
  std::erase_if(failures, [now](const Failure& each) { return each.at <= now - failure_window; });
}

}  // namespace

bool keep_in_memory(const Session& session) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  std::erase_if(sessions,
                [&](const auto& entry) { return !is_alive(entry.second, session.started); });
  if (sessions.size() >= most_unkept) return false;
  sessions.insert_or_assign(session.token_hash, session);
  return true;
}

std::optional<Session> session_in_memory(const Digest& token_hash, Moment now) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  const auto found = sessions.find(token_hash);
  if (found == sessions.end() || !is_alive(found->second, now)) return std::nullopt;
  return found->second;
}

void end_in_memory(const Digest& token_hash) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  sessions.erase(token_hash);
}

void end_all_in_memory(Id<people::Account> account) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  std::erase_if(sessions, [&](const auto& entry) { return entry.second.account == account; });
}

void end_until_kept(const Digest& token_hash) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  ended.insert(token_hash);
}

bool is_ended_until_kept(const Digest& token_hash) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  return ended.contains(token_hash);
}

std::vector<Digest> ended_until_kept() {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  return {ended.begin(), ended.end()};
}

void forget_ended(std::span<const Digest> token_hashes) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  for (const auto& token_hash : token_hashes) ended.erase(token_hash);
}

bool is_throttled_in_memory(std::span<const Tally> about, Moment now) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  forget_failures(failures, now);
  if (failures.size() + about.size() > most_unkept) return true;
  return std::ranges::any_of(about, [&](const Tally& each) {
    return std::ranges::count(failures, each.about, &Failure::about) >= each.limit;
  });
}

void note_failure_in_memory(std::span<const Tally> about, Moment now) {
  auto& [mutex, sessions, ended, failures] = memory();
  const std::lock_guard lock(mutex);
  for (const auto& each : about)
    if (failures.size() < most_unkept) failures.push_back({each.about, now});
}

}  // namespace touchstone::signin
