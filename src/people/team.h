#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::people {

// A part of the organisation. Teams make a tree with one root: the organisation as a whole.
struct Team {
  Id<Team> id{};
  std::optional<Id<Team>> parent{};  // empty: the root
  std::string kind{};                // key of a kind of team, as "department"
  std::string name{};
  std::int64_t position = 0;  // among its sisters
  bool border = false;        // roles granted above do not count here and below
  std::optional<Date> closed_on{};
};

Complaints complaints_about(const Team& team);

}  // namespace touchstone::people
