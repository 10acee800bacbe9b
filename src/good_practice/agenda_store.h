#pragma once
#include <vector>

#include "good_practice/practice.h"
#include "platform/sql/turn.h"

// What a meeting of the quality team has to discuss (E-15); at most 50 of each.
namespace touchstone::good_practice {

// What waited on a day that has passed, the longest first: decided then or later, or not yet, each
// with the day since which it waited then.
std::vector<Practice> waited_on(sql::Read& read, const Uuid& workspace, Date day);
// Validated, and not on the list yet.
std::vector<Practice> to_share(sql::Read& read, const Uuid& workspace);
// Reported on, without a record of its impact.
std::vector<Practice> to_assess(sql::Read& read, const Uuid& workspace);

}  // namespace touchstone::good_practice
