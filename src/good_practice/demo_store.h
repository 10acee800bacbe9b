#pragma once
#include <vector>

#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::good_practice {

// Eastmere's good practice in the demo: fourteen found, nine validated, eight shared, five tried,
// three reported on, one with proven impact. One came by phone this morning, one has waited for 16
// days, one was sent back kindly, one is a version with its parent, and one was tried without any
// difference. The actor's workspace is Eastmere, with its standards.
void fill_eastmere(sql::Write& write, const std::vector<people::DemoPerson>& staff);

// One whose every text is the canary of the demo's other organisation, on its list.
void fill_nine_rivers(sql::Write& write, const std::vector<people::DemoPerson>& staff);

}  // namespace touchstone::good_practice
