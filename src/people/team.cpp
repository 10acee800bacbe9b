#include "people/team.h"

#include <fmt/format.h>

#include "people/workspace.h"
#include "platform/text.h"

namespace touchstone::people {

Complaints complaints_about(const Team& team) {
  Complaints complaints;
  if (team.name.empty()) complaints.add("name", "Enter the name of the team.");
  if (characters(team.name) > longest_name)
    complaints.add(
        "name", fmt::format("The name of the team must be {} characters or fewer.", longest_name));
  if (team.kind.empty()) complaints.add("kind", "Select what kind of team this is.");
  return complaints;
}

}  // namespace touchstone::people
