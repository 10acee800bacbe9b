#pragma once
#include "people/people.h"

namespace touchstone::signin {

// Phones remembered for an account, and a slip for next time; and passwords, sessions, links and
// mail on its way, which go with the account.
people::PersonalRoom personal_room();

}  // namespace touchstone::signin
