#pragma once
#include "people/people.h"

namespace touchstone::good_practice {

// What somebody recorded, tried, asked, answered and decided. Erased with them is what was never
// validated, with their reports, questions and answers; what was validated stays the
// organisation's, without their name.
people::PersonalRoom personal_room();

}  // namespace touchstone::good_practice
