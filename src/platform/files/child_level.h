#pragma once
#include <cstdint>
#include <filesystem>

#include "platform/files/file_kind.h"

namespace touchstone::files {

enum class ChildLevel : std::uint8_t {
  no,       // no table, or none of the kind
  likely,   // has headings such as "Child unique ID" and "Date of birth", with rows below
  unknown,  // a table that could not be looked into
};

// Whether a table seems to hold a row for each child or learner, as the lists do that inspectors of
// children's services ask for (Ofsted's "Annex A") and a college's learner records. Looks at the
// first rows of each sheet of a .csv, .xlsx or .ods.
ChildLevel child_level_of(const std::filesystem::path& path, const FileKind& kind);

}  // namespace touchstone::files
