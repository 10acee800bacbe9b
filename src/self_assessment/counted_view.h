#pragma once
#include <vector>

#include "self_assessment/sheets_page.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

// The sheets somebody made for themselves, with what they add up to, newest first.
std::vector<Counted> own_counted(sql::Read& read, const Uuid& workspace, Id<people::Person> maker);

}  // namespace touchstone::self_assessment
