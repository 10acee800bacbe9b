#pragma once
#include <functional>

#include "people/workspace_store.h"
#include "platform/sql/database.h"

namespace touchstone::people {

// Does it for every organisation. One where it throws is logged, and keeps no other waiting; the
// last such trouble is thrown when all had their turn.
void in_each_workspace(sql::Database& database, const std::function<void(const Workspace&)>& work);

}  // namespace touchstone::people
