#pragma once
#include <vector>

#include "self_assessment/due_view.h"

namespace touchstone::self_assessment {

// What waits for whoever began an organisation, as long as they keep its staff list and are its
// quality manager at once: teams, people, and somebody to hand one of the two roles to. To anybody
// else nothing.
void add_first_steps(sql::Read& read, const http::Request& request, const signin::Member& member,
                     std::vector<Due>& dues);

}  // namespace touchstone::self_assessment
