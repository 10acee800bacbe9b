#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace touchstone::http {

// What /metrics tells, in Prometheus' text format (version 0.0.4). From any thread.
class Metrics {
 public:
  // One request answered. `pattern` names the route ("/{workspace}"), and lives as long as the
  // program.
  void answered(std::string_view pattern, int status, std::chrono::nanoseconds took);

  std::atomic<std::int64_t> connections = 0;        // open now
  std::atomic<std::uint64_t> connections_shed = 0;  // turned away
  std::atomic<std::uint64_t> guard_refused = 0;     // header blocks refused before the parser

  // `gauges` are further names and values of this moment.
  std::string text(const std::map<std::string, std::int64_t>& gauges) const;

 private:
  static constexpr std::array<double, 9> bounds{0.001, 0.0025, 0.005, 0.01, 0.025,
                                                0.1,   0.25,   1.0,   5.0};
  mutable std::mutex mutex_;
  std::map<std::pair<std::string_view, int>, std::uint64_t> answered_;
  std::array<std::uint64_t, bounds.size() + 1> durations_{};
  double seconds_ = 0;
};

}  // namespace touchstone::http
