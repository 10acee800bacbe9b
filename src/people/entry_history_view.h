#pragma once
#include <string>

#include "people/workspace.h"
#include "platform/sql/history_about.h"

namespace touchstone::people {

// What was done to somebody's entry on the staff list, told to themselves: "You joined the team
// Health and care, since 1 September 2026." Names stand as they are now. Of what was erased only
// that it was done is told.
std::string told_to_oneself(sql::Read& read, const Workspace& workspace,
                            const sql::Happened& happened);

}  // namespace touchstone::people
