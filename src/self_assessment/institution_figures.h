#pragma once
#include <optional>
#include <string>
#include <vector>

#include "self_assessment/counts.h"
#include "self_assessment/spread.h"
#include "standard/content.h"

// What of the spread may be seen, worked out when it is shown anew.
namespace touchstone::self_assessment {

// So many stand from one level to another, ends included; keys of levels, lowest first. An empty
// `from` begins below the lowest level, where those without a level are counted too.
struct ShownBlock {
  std::string from;
  std::string to;
  std::int64_t people = 0;
  bool operator==(const ShownBlock&) const = default;
};

// Where the middle half stands: keys of levels, or "below_minimum". Each is the answer of somebody,
// so groups_with_middle() says who shows it.
struct MiddleHalf {
  std::string low;
  std::string middle;
  std::string high;
  bool operator==(const MiddleHalf&) const = default;
};

// One theme, or the whole where `element` is empty. Whoever has no level for it is not among the
// middle half; without it and without blocks nothing of it may be seen.
struct ShownSpread {
  std::string element;
  std::optional<MiddleHalf> half{};
  std::vector<ShownBlock> blocks{};
};

struct ShownTeam {
  Id<people::Team> team{};
  std::int64_t people = 0;
  std::optional<int> middle{};  // of the totals, in points; rounded down between two
  std::vector<ShownSpread> spreads;
};

// The teams that are shown; the people of each without those of the shown ones below are a part.
struct ShownParts {
  std::vector<Id<people::Team>> teams;              // parents first
  std::vector<std::optional<std::size_t>> parents;  // the nearest shown one above each
};

// Each cell's team is one of the shown teams: that of its part.
std::vector<ShownTeam> figures_of(const ShownParts& parts, const std::vector<SpreadCell>& cells,
                                  const standard::Content& content, std::string_view voice);

}  // namespace touchstone::self_assessment
