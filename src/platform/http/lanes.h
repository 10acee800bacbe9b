#pragma once
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "platform/http/pool.h"

namespace touchstone::http {

// A pool that does only so much for each who asks at once: what else they asked for waits its turn,
// in their order, and takes no thread from others. From any thread.
class Lanes {
 public:
  Lanes(unsigned threads, std::size_t most_waiting, std::size_t at_once)
      : at_once_(at_once), pool_(threads, most_waiting) {}

  // False when no more is taken; the work is then dropped. How much waits of each is for the
  // caller to limit. The work must not throw.
  bool run(const std::string& who, Pool::Work work);

 private:
  struct Lane {
    std::size_t under_way = 0;
    std::deque<Pool::Work> waiting;
  };
  Pool::Work followed_by_the_next(const std::string& who, Pool::Work work);
  void go_on(const std::string& who);

  const std::size_t at_once_;
  std::mutex mutex_;
  std::map<std::string, Lane> lanes_;
  Pool pool_;  // ends first: its threads look at the lanes
};

}  // namespace touchstone::http
