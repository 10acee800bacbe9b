#include "platform/files/near_copies.h"

#include <algorithm>

namespace touchstone::files {

std::optional<OpenFile> NearCopies::find(const Digest& hash) {
  const std::lock_guard lock(mutex_);
  const auto found = all_.find(hash);
  if (found == all_.end()) return std::nullopt;
  auto file = found->second.file.lock();
  if (!file) return std::nullopt;
  const auto kept = std::ranges::find(kept_, hash, &std::pair<Digest, OpenFile>::first);
  if (kept != kept_.end()) kept_.splice(kept_.begin(), kept_, kept);
  return OpenFile{std::move(file), found->second.size};
}

void NearCopies::make_room() {
  const std::lock_guard lock(mutex_);
  if (bytes_here() < most_) return;
  keep_no_more_than(0);
  if (bytes_here() >= most_)
    throw StorageError("more files are being read at once than may lie here");
}

OpenFile NearCopies::add(const Digest& hash, OpenFile copy) {
  const std::lock_guard lock(mutex_);
  all_.insert_or_assign(hash, Copy{copy.file, copy.size});
  kept_.emplace_front(hash, copy);
  keep_no_more_than(most_kept_);
  return copy;
}

void NearCopies::forget(const Digest& hash) {
  const std::lock_guard lock(mutex_);
  all_.erase(hash);
  std::erase_if(kept_, [&](const auto& each) { return each.first == hash; });
}

std::int64_t NearCopies::bytes_here() {
  std::erase_if(all_, [](const auto& each) { return each.second.file.expired(); });
  std::int64_t bytes = 0;
  for (const auto& [hash, copy] : all_) bytes += copy.size;
  return bytes;
}

void NearCopies::keep_no_more_than(std::int64_t bytes) {
  std::int64_t kept = 0;
  for (const auto& [hash, copy] : kept_) kept += copy.size;
  while (!kept_.empty() && kept > bytes) {
    kept -= kept_.back().second.size;
    kept_.pop_back();
  }
}

}  // namespace touchstone::files
