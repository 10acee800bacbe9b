#pragma once
#include "good_practice/decision.h"
#include "good_practice/practice.h"
#include "people/people.h"
#include "platform/sql/turn.h"

// Mail to the finder of an item about what became of it: that it is decided or found by everybody,
// and where that stands; never why. And to a tutor whose teaching it is said to be.
namespace touchstone::good_practice {

// Nothing is sent to who decided themselves, nor where the finder cannot be reached. `is_listed`:
// everybody finds it from now on. In the turn of the decision.
void mail_decision(sql::Write& write, const Practice& practice, Verdict verdict, bool is_listed);
// To whom it is said to be of, unless they recorded it themselves or it was said before: that it
// was, never what it says (E-9). In the turn that says so.
void mail_tutor(sql::Write& write, const Practice& practice,
                const std::optional<Id<people::Person>>& before);
// Everybody finds it from now on. In the turn that shared it.
void mail_listing(sql::Write& write, const Practice& practice);

}  // namespace touchstone::good_practice
