#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>

#include "platform/date.h"
#include "platform/id.h"
#include "platform/secret.h"

namespace touchstone::files {

// How long a file lies in storage for a form that was not saved.
inline constexpr std::chrono::hours kept_unclaimed{24};

// What lies in storage for such forms, so that it counts against the quota like what was saved.
// Known to this process alone. Safe from any thread.
class Unclaimed {
 public:
  // Notes that these bytes are about to be kept for that organisation. False, and nothing noted,
  // where they would take more than `room` together with what waits already; the same bytes count
  // once.
  bool add(const Uuid& organisation, const Digest& hash, std::int64_t size, std::int64_t room,
           Moment at);
  std::int64_t bytes(const Uuid& organisation, Moment at);
  // Forgets those that were saved since.
  void forget(const Uuid& organisation, const std::function<bool(const Digest& hash)>& saved);

 private:
  struct Waiting {
    std::int64_t size;
    Moment since;
  };
  using OfOne = std::map<Digest, Waiting>;
  static std::int64_t bytes_of(OfOne& waiting, Moment at);

  std::mutex mutex_;
  std::map<Uuid, OfOne> waiting_;
};

}  // namespace touchstone::files
