#include "good_practice/funnel.h"

namespace touchstone::good_practice {

Funnel funnel_of(int found, const std::map<Id<Practice>, Track>& tracks) {
  Funnel funnel;
  funnel.items.at(0) = found;
  const auto count = [&](Stage stage, bool reached) {
    funnel.items.at(static_cast<std::size_t>(stage)) += reached ? 1 : 0;
  };
  for (const auto& [id, track] : tracks) {
    if (!track.valid) continue;
    count(Stage::validated, true);
    count(Stage::shared, track.sharings > 0);
    count(Stage::tried, track.trials > 0);
    count(Stage::reported, track.reports > 0);
    count(Stage::impact, track.impacts > 0);
  }
  return funnel;
}

}  // namespace touchstone::good_practice
