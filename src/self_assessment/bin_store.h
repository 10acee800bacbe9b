#pragma once
#include <cstddef>

#include "platform/sql/turn.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {

// Deletes the sheets of the actor's workspace that were put into the bin before that moment of its
// clock, with all that belongs to them, `at_most` so many. What was compared with one is compared
// with the one before it. How many were deleted.
std::size_t empty_bin(sql::Write& write, Moment before, std::size_t at_most);

// One that counts no more, with all that belongs to it.
void remove(sql::Write& write, Id<ScoreSheet> sheet);

}  // namespace touchstone::self_assessment
