#pragma once
#include <array>

#include "good_practice/spreading.h"

namespace touchstone::good_practice {

// How many items have come how far; each is counted in every stage that it reached.
struct Funnel {
  std::array<int, every_stage.size()> items{};  // in the order of every_stage
  int at(Stage stage) const { return items.at(static_cast<std::size_t>(stage)); }
};
}  // namespace touchstone::good_practice
