#include "paced.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace touchstone::bench {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_from(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

}  // namespace

Paced ask_again(const Program& server, Clients& client, const std::string& request,
                double seconds) {
  const auto first = Clock::now();
  const auto reply = client.ask(request);
  Paced paced{.first_ms = milliseconds_from(first)};
  if (reply.status != 200) throw std::runtime_error("the page was not there");
  paced.bytes = reply.body.size();
  std::vector<double> times;
  const auto used = server.processor_seconds();
  for (const auto begin = Clock::now();
       times.empty() || milliseconds_from(begin) < seconds * 1000;) {
    const auto one = Clock::now();
    client.ask(request);
    times.push_back(milliseconds_from(one));
  }
  paced.cost_us = (server.processor_seconds() - used) * 1e6 / static_cast<double>(times.size());
  std::ranges::sort(times);
  paced.half_ms = times[times.size() / 2];
  paced.most_ms = times[times.size() * 99 / 100];
  return paced;
}

}  // namespace touchstone::bench
