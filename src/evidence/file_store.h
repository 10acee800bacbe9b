#pragma once
#include <cstdint>
#include <vector>

#include "evidence/file.h"
#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// Bytes of the files of all pieces and their earlier versions; a file that two pieces have counts
// twice, one that stayed from version to version once.
std::int64_t bytes_kept(sql::Read& read, Id<people::Workspace> workspace);
// Whether a piece or an earlier version of one has it, in any organisation.
bool is_used(sql::Read& read, const Digest& hash);

struct FileOfPiece {
  Digest hash{};
  Uuid workspace{};
  Uuid piece{};
};
// Of all pieces and their earlier versions, in every organisation; one that two have stands there
// twice.
std::vector<FileOfPiece> all_files(sql::Read& read);

}  // namespace touchstone::evidence
