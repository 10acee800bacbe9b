#pragma once
#include <vector>

#include "self_assessment/sheets_page.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

// The member's own sheets with what they add up to, newest first.
std::vector<Counted> own_counted(sql::Read& read, const signin::Member& member);

}  // namespace touchstone::self_assessment
