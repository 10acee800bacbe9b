#pragma once
#include "platform/files/storage.h"
#include "platform/sql/database.h"
#include "terminal.h"

namespace touchstone {

// Goes through the whole history and all files, and says on `out` what is not as it was written. 1
// when anything is not.
int verify(sql::Database& database, files::Storage& storage, Terminal& terminal);

}  // namespace touchstone
