#pragma once
#include <map>
#include <set>

#include "platform/id.h"

namespace touchstone::people {

// Who answers to whom: one manager for each person that has one.
using LineManagers = std::map<Uuid, Uuid>;

// Those who answer to themselves, directly or not. Each person is walked over once, however long
// the lines are.
std::set<Uuid> in_circles(const LineManagers& managers);

}  // namespace touchstone::people
