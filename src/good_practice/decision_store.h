#pragma once
#include <optional>
#include <vector>

#include "good_practice/decision.h"
#include "good_practice/gate_proof.h"

namespace touchstone::good_practice {

// The item is from then on what the decision says. `title`: another one for it; empty: as it is.
void decide(sql::Write& write, const Decider& decider, const Decision& decision,
            std::string_view title);
// Whether it was validated by itself, before it was put together with another.
bool was_agreed(sql::Read& read, const Uuid& workspace, Id<Practice> practice);
// Of what was put together with another: it is again what it was before, and what had gone along
// with it comes back with it.
void take_apart(sql::Write& write, const Decider& decider, Moment at);
// The last one that was not undone.
std::optional<Decision> standing_decision(sql::Read& read, const Uuid& workspace,
                                          Id<Practice> practice);
// In their order.
std::vector<Decision> decisions_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice);
std::vector<Decision> decisions_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting);

void add(sql::Write& write, const Meeting& meeting, Moment at);
// If `version` is still that of the row.
bool change(sql::Write& write, const Meeting& meeting);
std::optional<Meeting> meeting(sql::Read& read, const Uuid& workspace, Id<Meeting> id);
// The latest first, at most 50.
std::vector<Meeting> meetings(sql::Read& read, const Uuid& workspace);

}  // namespace touchstone::good_practice
