#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"

namespace touchstone::staff {

// Names of teams as people write them into a file.
class TeamNames {
 public:
  explicit TeamNames(const people::Roster& roster);

  // The kept team of that name or path, without regard to case, accents and space around the
  // slashes. `problem` becomes a sentence when there is none, or there are several.
  std::optional<Id<people::Team>> find(std::string_view typed, std::string& problem) const;
  // From below the root: "Hedgerow Learning / Osier Green library".
  const std::string& path(Id<people::Team> team) const { return paths_.at(team.value); }
  const std::string& name(Id<people::Team> team) const { return names_.at(team.value); }

 private:
  std::map<Uuid, std::string> paths_;
  std::map<Uuid, std::string> names_;
  std::multimap<std::string, Id<people::Team>, std::less<>> known_;  // by key
};

// The parts of a cell that "|" parts, without space around them.
std::vector<std::string> parts_of_cell(std::string_view cell);

}  // namespace touchstone::staff
