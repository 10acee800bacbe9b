#pragma once
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::signin {

// How often one network may come for what anybody may read. Counted in this process alone, so each
// node has a limit of its own: a row for each reading would cost more than it spares.
class Turnstile {
 public:
  struct Limits {
    int readings = 60;  // of one network, within the window
    std::chrono::minutes window{5};
    std::size_t networks = 10'000;  // remembered at once; all begin anew when there are more
  };

  explicit Turnstile(Limits limits) : limits_(limits) {}
  // Counts one more who comes for `thing`. False: their network was there too often. Safe to use
  // from several threads.
  bool lets_in(const Uuid& thing, std::string_view address, Moment now);

 private:
  struct Count {
    Moment since;
    int readings = 0;
  };
  void make_room(Moment now);

  const Limits limits_;
  std::mutex mutex_;
  std::map<std::pair<Uuid, std::string>, Count> counts_;
};

}  // namespace touchstone::signin
