#include "platform/sql/write_queue.h"

#include <algorithm>
#include <utility>

namespace touchstone::sql {

WriteQueue::WriteQueue(int group) : group_(static_cast<std::size_t>(std::max(group, 1))) {}

void WriteQueue::add(Database::Body body, Database::Done done) {
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back({std::move(body), std::move(done), nullptr});
    wake = std::exchange(idle_, false);
  }
  if (wake) arrived_.notify_one();
}

WriteQueue::Group WriteQueue::next() {
  std::unique_lock lock(mutex_);
  while (queue_.empty() && !closing_) {
    idle_ = true;
    arrived_.wait(lock);
  }
  const auto taken = static_cast<std::ptrdiff_t>(std::min(queue_.size(), group_));
  Group group(std::make_move_iterator(queue_.begin()),
              std::make_move_iterator(queue_.begin() + taken));
  queue_.erase(queue_.begin(), queue_.begin() + taken);
  return group;
}

void WriteQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  arrived_.notify_one();
}

}  // namespace touchstone::sql
