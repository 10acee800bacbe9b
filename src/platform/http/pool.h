#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace touchstone::http {

// Threads that take work from a bounded queue.
class Pool {
 public:
  using Work = std::function<void()>;
  Pool(unsigned threads, std::size_t most_waiting);
  // Finishes the work that waits.
  ~Pool();

  // False when too much waits already; the work is then dropped.
  bool run(Work work);
  // Work that must be done, however much waits: cleaning up.
  void run_surely(Work work);
  std::size_t waiting() const;

 private:
  void work();

  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Work> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace touchstone::http
