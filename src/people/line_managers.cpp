#include "people/line_managers.h"

#include <cstddef>

namespace touchstone::people {
namespace {

void add_circle(const LineManagers& managers, const Uuid& on_it, std::set<Uuid>& found) {
  for (auto at = on_it; found.insert(at).second;) at = managers.at(at);
}

}  // namespace

std::set<Uuid> in_circles(const LineManagers& managers) {
  std::set<Uuid> found;
  std::map<Uuid, std::size_t> walked;  // in which walk somebody was met
  std::size_t walk = 0;
  for (const auto& [person, manager] : managers) {
    ++walk;
    for (auto at = managers.find(person); at != managers.end(); at = managers.find(at->second)) {
      const auto [met, is_new] = walked.try_emplace(at->first, walk);
      if (is_new) continue;
      if (met->second == walk) add_circle(managers, at->first, found);
      break;
    }
  }
  return found;
}

}  // namespace touchstone::people
