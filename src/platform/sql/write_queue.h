#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

#include "platform/sql/database.h"

namespace touchstone::sql {

// A write turn on its way, and why it was not kept.
struct Waiting {
  Database::Body body;
  Database::Done done;
  std::exception_ptr problem;
};

// What many threads want written, for the one thread that carries it out in groups.
class WriteQueue {
 public:
  using Group = std::vector<Waiting>;

  // A group holds at most that many turns, and at least one.
  explicit WriteQueue(int group);

  void add(Database::Body body, Database::Done done);
  // Waits for the first; empty when the queue was closed and nothing is left. One thread only.
  Group next();
  void close();

 private:
  const std::size_t group_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Waiting> queue_;
  bool closing_ = false;
  bool idle_ = false;
};

}  // namespace touchstone::sql
