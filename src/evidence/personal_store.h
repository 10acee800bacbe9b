#pragma once
#include "people/people.h"

namespace touchstone::evidence {

// What somebody added to the library. What only they saw is erased with them; what is the
// organisation's stays.
people::PersonalRoom personal_room();

}  // namespace touchstone::evidence
