#pragma once
#include "people/people.h"

namespace touchstone::signin {

// Phones remembered for an account, and a slip for next time; and passwords, sessions, links and
// mail on its way, which go with the account.
people::PersonalRoom personal_room();

// Of a person who was closed, perhaps because something was stolen: phones that remember them, a
// slip and links on their way open nothing again, in no organisation. Sessions end too, but for
// whoever is let in nowhere else: theirs open nothing, and stay to say so until …
void end_ways_in(sql::Write& write, const people::Person& person);
// … they are let in again, for which this comes first.
void end_sessions_of_the_closed(sql::Write& write, const people::Person& person);

}  // namespace touchstone::signin
