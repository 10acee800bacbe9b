#pragma once
#include <string>
#include <vector>

#include "standard/node.h"
#include "standard/pack.h"

namespace touchstone::standard {

// The most points one can have: the highest level of every scored element, as often as it is asked.
int most_points(const Content& content);

// Each place where the bands do not cover 0 to `most` without gap or overlap, ends inclusive and
// ascending (C-11). `band` counts from 0.
struct BandProblem {
  std::size_t band = 0;
  std::string message;
};
std::vector<BandProblem> problems_with(const std::vector<Band>& bands, int most);

// Whether the bands' levels and voices are there, under every rule; where points are added up also
// the same for every voice.
std::vector<PackProblem> problems_with_bands(const Node& pack, const Content& content);

}  // namespace touchstone::standard
