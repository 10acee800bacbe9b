#pragma once
#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "platform/json/described.h"
#include "staff/staff_import.h"

// What the import of a staff list says as JSON.
namespace touchstone::staff::shape {

struct ImportedPerson {
  std::int64_t line = 0;
  std::string outcome;  // "added", "changed", "unchanged", "refused"
  std::string name;
  std::string email;
  std::vector<std::string> changes;
};
BOOST_DESCRIBE_STRUCT(ImportedPerson, (), (line, outcome, name, email, changes))

struct ImportProblem {
  std::int64_t line = 0;
  std::string column;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ImportProblem, (), (line, column, message))

struct Import {
  std::string state;   // "none", "waiting", "done"
  std::string digest;  // to be sent with the completion
  std::string done;    // what came of it, in words
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::vector<ImportedPerson> lines;
  std::vector<ImportProblem> problems;
};
BOOST_DESCRIBE_STRUCT(Import, (),
                      (state, digest, done, added, changed, unchanged, refused, lines, problems))

std::string_view to_text(Outcome outcome);
Import shape_of(const StaffImport& import);

}  // namespace touchstone::staff::shape
