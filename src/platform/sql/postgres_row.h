#pragma once
#include <libpq-fe.h>

#include <memory>

#include "platform/sql/row.h"
#include "platform/sql/value.h"

namespace touchstone::sql {

Oid oid_of(Type type);

// Reads an answer in binary form, and frees it at the end.
std::unique_ptr<Rows::Cursor> postgres_rows(PGresult* result);

}  // namespace touchstone::sql
