#include "people/furnishing_store.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace touchstone::people {
namespace {

struct Register {
  std::mutex guard;
  std::vector<Furnish> all;
};
Register& rooms() {
  static Register all;
  return all;
}

}  // namespace

void furnish_workspaces_with(Furnish furnish) {
  const std::scoped_lock lock(rooms().guard);
  if (std::ranges::find(rooms().all, furnish) == rooms().all.end()) rooms().all.push_back(furnish);
}

void furnish(sql::Write& write) {
  const std::scoped_lock lock(rooms().guard);
  for (const auto each : rooms().all) each(write);
}

}  // namespace touchstone::people
