#include "platform/files/unclaimed.h"

namespace touchstone::files {

// Without those that storage has been tidied of.
std::int64_t Unclaimed::bytes_of(OfOne& waiting, Moment at) {
  std::erase_if(waiting, [&](const auto& one) { return at - one.second.since > kept_unclaimed; });
  std::int64_t bytes = 0;
  for (const auto& [hash, one] : waiting) bytes += one.size;
  return bytes;
}

bool Unclaimed::add(const Uuid& organisation, const Digest& hash, std::int64_t size,
                    std::int64_t room, Moment at) {
  const std::lock_guard lock(mutex_);
  auto& waiting = waiting_[organisation];
  waiting.erase(hash);
  if (bytes_of(waiting, at) + size > room) return false;
  waiting.insert_or_assign(hash, Waiting{size, at});
  return true;
}

std::int64_t Unclaimed::bytes(const Uuid& organisation, Moment at) {
  const std::lock_guard lock(mutex_);
  const auto found = waiting_.find(organisation);
  return found == waiting_.end() ? 0 : bytes_of(found->second, at);
}

void Unclaimed::forget(const Uuid& organisation,
                       const std::function<bool(const Digest& hash)>& saved) {
  const std::lock_guard lock(mutex_);
  if (const auto found = waiting_.find(organisation); found != waiting_.end())
    std::erase_if(found->second, [&](const auto& one) { return saved(one.first); });
}

}  // namespace touchstone::files
