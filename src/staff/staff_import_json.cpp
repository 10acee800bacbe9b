#include "staff/staff_import_json.h"

#include <array>

namespace touchstone::staff::shape {

std::string_view to_text(Outcome outcome) {
  constexpr std::array<std::string_view, 4> words{"added", "changed", "unchanged", "refused"};
  return words.at(static_cast<std::size_t>(outcome));
}

Import shape_of(const StaffImport& import) {
  const auto count = [&](Outcome outcome) {
    return static_cast<std::int64_t>(import.count(outcome));
  };
  Import shape{.state = "waiting",
               .digest = import.digest,
               .done = {},
               .added = count(Outcome::added),
               .changed = count(Outcome::changed),
               .unchanged = count(Outcome::unchanged),
               .refused = count(Outcome::refused),
               .lines = {},
               .problems = {}};
  for (const auto& line : import.lines)
    shape.lines.push_back({static_cast<std::int64_t>(line.line), std::string(to_text(line.outcome)),
                           line.person.name, line.person.email, line.changes});
  for (const auto& problem : import.problems)
    shape.problems.push_back(
        {static_cast<std::int64_t>(problem.line), problem.column, problem.message});
  return shape;
}

}  // namespace touchstone::staff::shape
