#include "platform/http/pool.h"

namespace touchstone::http {

Pool::Pool(unsigned threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Pool::~Pool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  more_.notify_all();
  for (auto& thread : threads_) thread.join();
}

// Under the lock: once it is free, the work may be done and the pool gone with it.
bool Pool::run(Work work) {
  const std::lock_guard lock(mutex_);
  if (queue_.size() >= most_waiting_) return false;
  queue_.push_back(std::move(work));
  more_.notify_one();
  return true;
}

void Pool::run_surely(Work work) {
  const std::lock_guard lock(mutex_);
  queue_.push_back(std::move(work));
  more_.notify_one();
}

std::size_t Pool::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void Pool::work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    more_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return;
    auto next = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    next();
  }
}

}  // namespace touchstone::http
