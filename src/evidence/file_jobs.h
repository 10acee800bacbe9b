#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "evidence/file_store.h"
#include "platform/files/storage.h"
#include "platform/jobs/jobs.h"
#include "platform/sql/database.h"

namespace touchstone::evidence {

// Deletes the files that no piece has and that were not kept for a day: of forms that were given
// up, and of pieces that were deleted. How many.
std::size_t remove_unused_files(sql::Database& database, files::Storage& storage);

// What came of reading all files of pieces.
struct FilesRead {
  std::vector<std::string> problems;  // a line for each that is missing, or not as it came
  std::int64_t whole = 0;             // how many are as they came
};
// Takes as long as it takes to read them, so not inside of a transaction. Throws
// files::StorageError.
FilesRead read_all_files(const std::vector<FileOfPiece>& files, files::Storage& storage);

}  // namespace touchstone::evidence
