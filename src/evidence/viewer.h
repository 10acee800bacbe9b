#pragma once
#include "people/people.h"

namespace touchstone::evidence {

// Who looks at evidence, and what their roles allow.
struct Viewer {
  Id<people::Workspace> workspace{};
  Id<people::Person> person{};
  Date today{};
  std::vector<Id<people::Team>> reads{};  // teams whose self-assessments they may read
  bool keeps_standards = false;
};

}  // namespace touchstone::evidence
