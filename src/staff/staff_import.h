#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "staff/staff_file.h"

// What a file of people would change on the staff list.
namespace touchstone::staff {

enum class Outcome : std::uint8_t { added, changed, unchanged, refused };

// What becomes of one line. What is in the file is done; what is not in it stays as it is, but for
// teams: whoever has a team in the file leaves those of the keeper's teams that are not in it.
struct ImportLine {
  std::size_t line = 0;
  Outcome outcome = Outcome::unchanged;
  people::Person person{};             // as it will be; a new one has a new id
  std::vector<std::string> changes{};  // in words: "joins Construction"

  bool renamed = false;
  std::vector<Id<people::Team>> joins{};
  std::vector<Id<people::Team>> leaves{};
  std::vector<people::RoleGrant> given{};
  std::optional<Id<people::Person>> manager{};  // when it changes
};

struct StaffImport {
  std::vector<ImportLine> lines{};
  std::vector<FileProblem> problems{};  // by line; the lines that have some are refused
  std::string digest{};  // of all that would be done: what was shown, and nothing else

  std::size_t count(Outcome outcome) const;
  bool may_be_applied() const { return problems.empty(); }
  bool changes_something() const;
};

// Whoever imports: nobody gives a role to themselves, nor to whom they act for. At the machine
// itself `person` is empty.
struct Importer {
  Id<people::Person> person{};
  std::string words = "college";    // how the organisation calls its roles
  Id<people::Person> for_person{};  // whom they act for; empty: themselves
};

// People are found by their email address, those without one by their name. A team is named as
// "Construction" or by its path, "Hedgerow Learning / Osier Green library"; several are parted by
// "|". So are roles: "writer" counts on the team of that line, "writer @ Construction" there. A
// line manager is somebody of the file or the list, by email address or name.
StaffImport plan_import(const StaffFile& file, const people::Roster& roster,
                        const Importer& importer);

// The part of the list that the keeper keeps, as a table that plan_import finds nothing to change
// in: those whose access is open.
std::vector<StaffRow> rows_of(const people::Roster& roster, std::string_view words);

}  // namespace touchstone::staff
