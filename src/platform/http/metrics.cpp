#include "platform/http/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace touchstone::http {

void Metrics::answered(std::string_view pattern, int status, std::chrono::nanoseconds took) {
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = std::ranges::lower_bound(bounds, seconds) - bounds.begin();
  const std::lock_guard lock(mutex_);
  ++answered_[{pattern, status}];
  ++durations_[static_cast<std::size_t>(bucket)];
  seconds_ += seconds;
}

std::string Metrics::text(const std::map<std::string, std::int64_t>& gauges) const {
  std::string out;
  const auto line = std::back_inserter(out);
  const std::lock_guard lock(mutex_);
  out += "# TYPE touchstone_requests_total counter\n";
  for (const auto& [key, count] : answered_)
    fmt::format_to(line, "touchstone_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first,
                   key.second, count);
  out += "# TYPE touchstone_request_duration_seconds histogram\n";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    sum += durations_[i];
    fmt::format_to(line, "touchstone_request_duration_seconds_bucket{{le=\"{}\"}} {}\n", bounds[i],
                   sum);
  }
  sum += durations_.back();
  fmt::format_to(line, "touchstone_request_duration_seconds_bucket{{le=\"+Inf\"}} {}\n", sum);
  fmt::format_to(line, "touchstone_request_duration_seconds_sum {}\n", seconds_);
  fmt::format_to(line, "touchstone_request_duration_seconds_count {}\n", sum);
  fmt::format_to(line, "# TYPE touchstone_connections gauge\ntouchstone_connections {}\n",
                 connections.load());
  fmt::format_to(
      line,
      "# TYPE touchstone_connections_shed_total counter\ntouchstone_connections_shed_total {}\n",
      connections_shed.load());
  fmt::format_to(
      line, "# TYPE touchstone_guard_refused_total counter\ntouchstone_guard_refused_total {}\n",
      guard_refused.load());
  for (const auto& [name, value] : gauges)
    fmt::format_to(line, "# TYPE touchstone_{0} gauge\ntouchstone_{0} {1}\n", name, value);
  return out;
}

}  // namespace touchstone::http
