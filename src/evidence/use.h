#pragma once
#include <string>

#include "evidence/piece.h"

namespace touchstone::evidence {

// What a piece is used for: "score_sheet", its id, and the key of a theme. An empty part: the
// whole.
struct Thing {
  std::string noun{};
  Uuid object{};
  std::string part{};
};

struct Use {
  Thing thing{};
  Id<people::Person> made_by{};
  Moment at{};
};

// How many pieces one part of a thing may hold.
inline constexpr std::size_t most_used = 20;

}  // namespace touchstone::evidence
