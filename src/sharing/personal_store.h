#pragma once
#include "people/people.h"

namespace touchstone::sharing {

// What somebody shows to others and is shown, with what was written about it. Erased with either of
// the two: a comment is about the work of the one and by the other.
people::PersonalRoom personal_room();

}  // namespace touchstone::sharing
