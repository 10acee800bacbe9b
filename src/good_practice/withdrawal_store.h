#pragma once
#include "good_practice/withdrawal.h"
#include "platform/sql/turn.h"

namespace touchstone::good_practice {

Traces traces_of(sql::Read& read, const Uuid& workspace, Id<Practice> id);

// From then on it is its finder's alone.
void withdraw(sql::Write& write, Id<Practice> id, Moment at);
// It waits again.
void put_back(sql::Write& write, Id<Practice> id, Date waiting_since);
// Deletes what was withdrawn before that moment of the workspace's clock, `at_most` so many, with
// all that belongs to it. Its files stay in the library of its finder. How many it was.
std::size_t delete_withdrawn(sql::Write& write, Moment before, std::size_t at_most);

}  // namespace touchstone::good_practice
