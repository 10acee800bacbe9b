#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>

#include "platform/sql/database.h"

namespace touchstone::staff {

// What `touchstone staff import` does: the same as the page, for the whole organisation. Prints a
// line for each person that is new or changes. Gives the exit code: 0 done (or shown, with
// `dry_run`), 2 when something is wrong, each told on `err` with its line, and nothing is changed.
struct StaffListImport {
  std::filesystem::path file{};
  std::string workspace{};  // slug; may be left out when there is only one
  bool dry_run = false;
};
int import_staff_list(sql::Database& database, const StaffListImport& asked, std::ostream& out,
                      std::ostream& err);

}  // namespace touchstone::staff
