#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/text.h"
#include "staff/staff_file.h"

// Whatever is handed in as a staff list is either refused in words with a line, or understood in
// one way only: written again, it is the same table.
namespace {

namespace staff = touchstone::staff;

void demand(bool kept) {
  if (!kept) std::abort();
}

void look_at(const staff::StaffFile& file) {
  demand(!file.rows.empty() && file.rows.size() <= staff::most_staff_rows);
  const auto again = staff::read_staff_file(staff::write_staff_file(file.rows));
  demand(again && again->rows.size() == file.rows.size());
  for (std::size_t i = 0; i < file.rows.size(); ++i) {
    auto row = again->rows[i];
    row.line = file.rows[i].line;
    demand(row == file.rows[i]);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = staff::read_staff_file({reinterpret_cast<const char*>(data), size});
  if (file) {
    look_at(*file);
  } else {
    demand(!file.error().empty());
    for (const auto& problem : file.error())
      demand(problem.line >= 1 && !problem.message.empty() &&
             touchstone::is_utf8(problem.message) && touchstone::is_utf8(problem.column));
  }
  return 0;
}
