#include "platform/http/lanes.h"

#include <utility>

namespace touchstone::http {

bool Lanes::run(const std::string& who, Pool::Work work) {
  {
    const std::lock_guard lock(mutex_);
    auto& lane = lanes_[who];
    if (lane.under_way == at_once_) {
      lane.waiting.push_back(std::move(work));
      return true;
    }
    ++lane.under_way;
  }
  if (pool_.run(followed_by_the_next(who, std::move(work)))) return true;
  go_on(who);
  return false;
}

Pool::Work Lanes::followed_by_the_next(const std::string& who, Pool::Work work) {
  return [this, who, work = std::move(work)] {
    work();
    go_on(who);
  };
}

// One of theirs is done: the next takes its place.
void Lanes::go_on(const std::string& who) {
  Pool::Work next;
  {
    const std::lock_guard lock(mutex_);
    const auto found = lanes_.find(who);
    auto& lane = found->second;
    if (lane.waiting.empty()) {
      if (--lane.under_way == 0) lanes_.erase(found);
      return;
    }
    next = std::move(lane.waiting.front());
    lane.waiting.pop_front();
  }
  pool_.run_surely(followed_by_the_next(who, std::move(next)));
}

}  // namespace touchstone::http
