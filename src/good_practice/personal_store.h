#pragma once
#include "evidence/evidence.h"
#include "people/people.h"

namespace touchstone::good_practice {

// What somebody recorded, tried, asked, answered and decided. Erased with them is what was never
// validated, with their reports, questions and answers; what was validated stays the
// organisation's, without their name.
people::PersonalRoom personal_room();

// Whether a file stays when that person is erased: it follows its idea, but for a recording of
// their own practice, which goes with what else is theirs.
bool file_stays(sql::Read& read, const Uuid& workspace, const evidence::Thing& thing,
                Id<people::Person> erased);

}  // namespace touchstone::good_practice
