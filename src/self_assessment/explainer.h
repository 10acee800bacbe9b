#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "self_assessment/roll_up.h"

namespace touchstone::self_assessment {

// How one theme moved between two sheets, in levels: +1 is one level up. Themes without a level in
// either are left out.
struct Move {
  std::string theme;
  int levels = 0;
};
std::vector<Move> moves_between(const standard::Content& content, const RollUp& before,
                                const RollUp& after);

// Points missing to the overall level above the present one, and the themes that would bring them
// when each is raised by one level: the lowest ones first, no more than needed. `level` is empty at
// the top or while there is no overall level. Where the lowest level is the overall one, points are
// 0 and all themes at that level are needed.
struct Ahead {
  std::string level;
  int points = 0;
  std::vector<std::string> themes;
};
Ahead ahead_of(const standard::Content& content, std::string_view voice, const RollUp& now);

// One sentence: "Five up, one down since Spring 2026, six points from Gold: these three themes
// would do it." With fewer facts it says less; while themes are unjudged it says how many are done.
// `before` may be null.
std::string explain(const standard::Content& content, std::string_view voice, const RollUp& now,
                    const RollUp* before, std::string_view name_before);

// The plain sentence about bands and lowest levels (C-12): empty when the overall level is the
// lowest one's.
std::string about_the_bands(const standard::Content& content, const RollUp& now);
// Why all answers together come to no overall level (C-5, C-12); empty when they do, or when an
// answer is still missing. `work` is whose_work() of the sheet.
std::string why_no_level(const RollUp& now, std::string_view work);

}  // namespace touchstone::self_assessment
