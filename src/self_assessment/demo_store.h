#pragma once
#include <vector>

#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::self_assessment {

// The score sheets of Eastmere's tutors in the demo: eleven of thirteen have finished, one is half
// done, one has not begun. The first tutor has a sheet of spring and one of now; a new one stands
// at Minimum everywhere. Those who have finished have judged the college too, in the middle 48, and
// its leaders have, at 62; the figures of both are shown. The actor's workspace is Eastmere, and
// has the packs in the box.
void fill_eastmere(sql::Write& write, const std::vector<people::DemoPerson>& staff);

// A sheet whose every text is the canary of the demo's other organisation.
void fill_nine_rivers(sql::Write& write, const std::vector<people::DemoPerson>& staff);

}  // namespace touchstone::self_assessment
