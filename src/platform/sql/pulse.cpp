#include "platform/sql/pulse.h"

#include <stdexcept>

namespace touchstone::sql {

void read_pulse(Read& read) {
  if (read.rows("SELECT at FROM pulse").next() == nullptr)
    throw std::runtime_error("The row that is read to see whether reading works is gone.");
}

void write_pulse(Housekeeping& housekeeping) {
  if (housekeeping.execute("UPDATE pulse SET at = ?", now()) != 1)
    throw std::runtime_error("The row that is changed to see whether writing works is gone.");
}

}  // namespace touchstone::sql
