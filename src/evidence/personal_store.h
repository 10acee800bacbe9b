#pragma once
#include <string_view>

#include "evidence/use.h"
#include "people/people.h"

namespace touchstone::evidence {

// Whether a piece of somebody who is erased stays, without their name, because that thing of
// another room stays and needs it.
using StaysFor = bool (*)(sql::Read& read, const Uuid& workspace, const Thing& thing,
                          Id<people::Person> erased);
// How that is answered for things of that noun. Registered when the program is put together; for
// any other noun nothing stays.
void stays_after_erasure(std::string_view noun, StaysFor stays);

// What somebody added to the library. What only they saw is erased with them; what is the
// organisation's stays.
people::PersonalRoom personal_room();

}  // namespace touchstone::evidence
