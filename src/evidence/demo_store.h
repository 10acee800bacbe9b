#pragma once
#include <vector>

#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// The pieces of the demo world, as the actor's workspace; its people must be there.
void fill_eastmere(sql::Write& write, const std::vector<people::DemoPerson>& people);
void fill_nine_rivers(sql::Write& write, const std::vector<people::DemoPerson>& people);

}  // namespace touchstone::evidence
