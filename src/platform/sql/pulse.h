#pragma once
#include "platform/sql/turn.h"

// Whether the database does what it is there for, tried on a row that means nothing else.
namespace touchstone::sql {

// Reads the row. Throws when it cannot.
void read_pulse(Read& read);
// Changes it. Throws when it cannot; the commit may still fail.
void write_pulse(Housekeeping& housekeeping);

}  // namespace touchstone::sql
