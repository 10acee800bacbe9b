#pragma once
#include <cstdint>
#include <functional>

#include "evidence/file.h"
#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// Bytes of the files of all pieces and their earlier versions; a file that two pieces have counts
// twice, one that stayed from version to version once.
std::int64_t bytes_kept(sql::Read& read, Id<people::Workspace> workspace);
// Whether a piece or an earlier version of one has it, in any organisation.
bool is_used(sql::Read& read, const Digest& hash);
// Calls that for each file that one has, in any organisation, with the piece it belongs to.
void each_file(
    sql::Read& read,
    const std::function<void(const Digest& hash, const Uuid& workspace, const Uuid& piece)>& found);

}  // namespace touchstone::evidence
