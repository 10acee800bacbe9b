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

// Those that no sheet has reached since they were set, theirs among them; of two for one theme the
// newer. What counts is sheets in the same voice against versions of the same family
// (standard::are_related()). `sheets` are all of somebody's own, newest first.
std::vector<WaitingTarget> waiting_targets(sql::Read& read, const Uuid& workspace,
                                           const std::vector<Counted>& sheets);

}  // namespace touchstone::self_assessment
