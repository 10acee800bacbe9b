#pragma once
#include "people/people.h"

namespace touchstone::self_assessment {

// What somebody wrote about their own work, for themselves, and its end: own views only. What they
// judged for those who lead belongs to the organisation and stays.
people::PersonalRoom personal_room();

}  // namespace touchstone::self_assessment
