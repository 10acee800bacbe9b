#pragma once
#include <string>

#include "evidence/piece.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// What every statement selects that reads pieces, from `evidence e`.
inline const std::string piece_columns =
    "e.id, e.made_by, e.private_to, e.sensitive, e.title, e.kind, e.source, e.nature, e.basis, "
    "e.concerns, e.viewpoint, e.about_on, e.came_on, e.keep_until, e.binned_at, e.changed_by, "
    "e.changed_at, e.version, e.link, e.text, e.file_hash, e.file_name, e.file_type, e.file_size";
inline constexpr int piece_column_count = 24;

// A row that begins with these.
Piece piece_from(const sql::Row& row);
// The four columns of a file that begin with that one.
std::optional<File> file_from(const sql::Row& row, int first);

}  // namespace touchstone::evidence
