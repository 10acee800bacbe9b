#pragma once
#include <span>

#include "platform/date.h"
#include "platform/sql/turn.h"
#include "signin/throttle.h"

namespace touchstone::signin {

// Whether any of them reached the limit within the window.
bool is_throttled(sql::Read& read, std::span<const Tally> about, Moment now);
void note_failure(sql::Housekeeping& housekeeping, std::span<const Tally> about, Moment now);
// Forgets what the window has left behind.
void sweep_failures(sql::Housekeeping& housekeeping, Moment now);

}  // namespace touchstone::signin
