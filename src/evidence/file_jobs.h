#pragma once
#include <string>
#include <vector>

#include "platform/files/storage.h"
#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"

namespace touchstone::evidence {

// Deletes the files that no piece has and that were not kept for a day: of forms that were given
// up, and of pieces that were deleted. How many.
std::size_t remove_unused_files(sql::Database& database, files::Storage& storage);

// What is wrong with the files of pieces, a line each: missing, or not as they came. Reads them
// all. Throws files::StorageError.
std::vector<std::string> file_problems(sql::Read& read, files::Storage& storage);

}  // namespace touchstone::evidence
