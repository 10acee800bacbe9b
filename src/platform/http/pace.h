#pragma once
#include <chrono>
#include <cstddef>

namespace touchstone::http {

// By when something that comes or goes in pieces must have moved on: from its beginning on it keeps
// up a rate, and has a grace besides. So a byte now and then gains nobody time.
struct Pace {
  using Clock = std::chrono::steady_clock;

  Clock::time_point since = Clock::now();
  std::size_t bytes = 0;  // so far

  // `slowest`: bytes a second.
  Clock::time_point latest(Clock::duration grace, std::size_t slowest) const {
    return since + grace + std::chrono::seconds(bytes / slowest);
  }
};

}  // namespace touchstone::http
