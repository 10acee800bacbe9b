#pragma once
#include <string>
#include <vector>

#include "self_assessment/sheets_page.h"
#include "self_assessment/target.h"

namespace touchstone::self_assessment {

// A target with a date that is not reached yet.
struct WaitingTarget {
  Target target;
  std::string theme;  // its title
  Id<ScoreSheet> sheet{};
};

// Those of somebody's two newest sheets of each kind: the one in hand, and the one it is compared
// with. `sheets` newest first. Of two for one theme the newer.
std::vector<WaitingTarget> waiting_targets(sql::Read& read, const Uuid& workspace,
                                           const std::vector<Counted>& sheets);

}  // namespace touchstone::self_assessment
