#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "self_assessment/judgement.h"
#include "standard/content.h"

namespace touchstone::self_assessment {

// The level above the one chosen, and what its description says: offered as the target (C-17).
struct Next {
  std::string level;
  std::string text;
};

// One theme of a score sheet, counted.
struct Row {
  std::string theme;
  std::string title;
  int sheet = 0;  // the printed page it stands on
  State state = State::not_judged;
  std::string level;         // key; empty unless judged
  int points = 0;            // 0 where the theme is not scored
  int place = 0;             // of its level on the scale, 1 the lowest; 0 without a level
  bool scored = true;        // a theme that is not adds no points and is nobody's lowest
  std::optional<Next> next;  // empty at the top, and when not part of the job
};

// As answer_of() of a judgement.
std::string answer_of(const Row& row);

struct Subtotal {
  int sheet = 0;
  int points = 0;
  int maximum = 0;
};

// What a score sheet adds up to. A pure function of its judgements; the only place where points are
// counted.
struct RollUp {
  std::vector<Row> rows;            // in the standard's order
  std::vector<Subtotal> subtotals;  // per printed page (C-8)
  int total = 0;
  int maximum = 0;    // when every theme stood at the top
  int judged = 0;     // has a level, or is below the lowest
  int answered = 0;   // judged, or not part of the job
  int below_top = 0;  // themes left to the top level (C-20); not part of the job does not count
  std::optional<std::string> band;  // overall level; empty while a theme is not judged (C-12)
  std::optional<std::string> lowest_level;  // empty likewise; or "below_minimum"
  bool adds_up = true;                      // false: there are no points to tell
  bool gives_level = true;                  // false: the standard gives no overall level

  bool all_answered() const { return answered == static_cast<int>(rows.size()); }
  bool all_judged() const { return judged == static_cast<int>(rows.size()); }
};

RollUp roll_up(const standard::Content& content, std::string_view voice,
               const std::vector<Judgement>& judgements);

}  // namespace touchstone::self_assessment
