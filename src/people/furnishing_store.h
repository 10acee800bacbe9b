#pragma once
#include "platform/sql/turn.h"

namespace touchstone::people {

// What another room puts into every workspace that is founded, in the same turn, as the new
// workspace's actor.
using Furnish = void (*)(sql::Write&);

// Registered when the program is put together; the same function twice counts once.
void furnish_workspaces_with(Furnish furnish);

// Runs all of them, in the order in which they were registered.
void furnish(sql::Write& write);

}  // namespace touchstone::people
