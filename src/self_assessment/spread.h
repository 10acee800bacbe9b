#pragma once
#include <cstdint>
#include <string>

#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {

// So many of the finished sheets that count stand at a level, or at so many points where the
// element is ''. A level '' is none.
struct SpreadCell {
  Id<people::Team> team{};
  std::string element;
  std::string level;
  std::int64_t people = 0;
};

}  // namespace touchstone::self_assessment
