#pragma once
#include <string>

#include "platform/sql/dialect.h"
#include "platform/sql/turn.h"

namespace touchstone::sql {

// All tables, columns, constraints, indexes and triggers as text in a fixed order: the same text
// for the same schema. migrations/schema.sqlite.sql and migrations/schema.postgres.sql hold it for
// the present one.
std::string schema_text(Read& read, Dialect dialect);

}  // namespace touchstone::sql
