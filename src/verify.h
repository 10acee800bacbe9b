#pragma once
#include "platform/sql/database.h"
#include "terminal.h"

namespace touchstone {

// Goes through the whole history and says on `out` what is not as it was written. 1 when anything
// is not.
int verify(sql::Database& database, Terminal& terminal);

}  // namespace touchstone
