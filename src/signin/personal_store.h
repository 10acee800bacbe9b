#pragma once
#include "people/people.h"

namespace touchstone::signin {

// Phones remembered for an account; and passwords, sessions, links and mail on its way, which go
// with the account.
people::PersonalRoom personal_room();

// Ends every session of that person and forgets the phones that remember them, in every
// organisation of theirs: for whoever closes them, who may do so because something was stolen.
void end_ways_in(sql::Housekeeping& housekeeping, const people::Person& person);

}  // namespace touchstone::signin
