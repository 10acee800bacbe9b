#pragma once
#include "self_assessment/score_sheet.h"
#include "sharing/share.h"

namespace touchstone::self_assessment {

// A score sheet, as something that can be shared.
inline constexpr std::string_view shared_noun = "score_sheet";
inline sharing::Thing shared_thing(Id<ScoreSheet> sheet) {
  return {std::string(shared_noun), sheet.value};
}

}  // namespace touchstone::self_assessment
