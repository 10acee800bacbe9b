#include "standard/comparable.h"

#include <algorithm>

namespace touchstone::standard {
namespace {

bool same_levels(const Scale& one, const Scale& other) {
  return std::ranges::equal(one.levels, other.levels, [](const Level& a, const Level& b) {
    return a.key == b.key && a.points == b.points;
  });
}

}  // namespace

bool are_related(const Content& one, const Content& other) {
  return one.key == other.key || one.adapted_from == other.address() ||
         other.adapted_from == one.address() ||
         (!one.adapted_from.empty() && one.adapted_from == other.adapted_from);
}

std::vector<std::string> comparable(const Content& parent, const Content& child) {
  std::vector<std::string> common;
  for (const auto* element : parent.elements()) {
    const auto* same = child.element(element->key);
    if (same && same->scored == element->scored &&
        same_levels(parent.scale_of(*element), child.scale_of(*same)))
      common.push_back(element->key);
  }
  return common;
}

}  // namespace touchstone::standard
