#pragma once
#include <chrono>
#include <string>

#include "people/person.h"
#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::people {

// Somebody who acts for another person of the workspace from the first to the last day: with that
// person's roles in place of their own, and never in what is that person's own.
struct Deputy {
  Id<Deputy> id{};
  Id<Person> person{};
  std::string name{};  // theirs
  Id<Person> for_person{};
  std::string for_name{};
  Date since{};
  Date until{};

  bool acts_on(Date day) const { return since <= day && day <= until; }
};

// Whoever acts for longer should hold a role of their own.
inline constexpr std::chrono::days longest_deputising{366};

// About `deputy` (who it is), `since` and `until`.
Complaints complaints_about(const Deputy& deputy, Date today);

}  // namespace touchstone::people
