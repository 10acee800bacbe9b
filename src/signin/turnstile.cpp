#include "signin/turnstile.h"

#include "signin/throttle.h"

namespace touchstone::signin {

bool Turnstile::lets_in(const Uuid& thing, std::string_view address, Moment now) {
  const std::scoped_lock lock(mutex_);
  make_room(now);
  auto& count = counts_[{thing, network_of(address)}];
  if (now - count.since >= limits_.window) count = {now, 0};
  return ++count.readings <= limits_.readings;
}

void Turnstile::make_room(Moment now) {
  if (counts_.size() < limits_.networks) return;
  std::erase_if(counts_,
                [&](const auto& each) { return now - each.second.since >= limits_.window; });
  if (counts_.size() >= limits_.networks) counts_.clear();
}

}  // namespace touchstone::signin
