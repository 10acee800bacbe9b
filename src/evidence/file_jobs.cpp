#include "evidence/file_jobs.h"

#include <fmt/format.h>

#include <set>

#include "platform/files/sha256.h"
#include "platform/files/unclaimed.h"

namespace touchstone::evidence {

std::size_t remove_unused_files(sql::Database& database, files::Storage& storage) {
  std::vector<Digest> unused;
  storage.sweep(now() - files::kept_unclaimed);
  storage.each([&](const Digest& hash) {
    database.read([&](sql::Read& read) {
      if (!is_used(read, hash)) unused.push_back(hash);
    });
  });
  // A piece may get one of them meanwhile: it was kept anew then, and is too young to be removed.
  std::size_t removed = 0;
  for (const auto& hash : unused)
    if (storage.remove(hash, now() - files::kept_unclaimed)) ++removed;
  return removed;
}

FilesRead read_all_files(const std::vector<FileOfPiece>& files, files::Storage& storage) {
  std::vector<std::string> problems;
  std::set<Digest> whole;
  for (const auto& [hash, workspace, piece] : files) {
    if (whole.contains(hash)) continue;
    const auto open = storage.open(hash);
    const auto* const problem = !open                                   ? "is missing"
                                : files::sha256_of(*open->file) != hash ? "is not as it came"
                                                                        : nullptr;
    if (problem != nullptr)
      problems.push_back(fmt::format("{} the file of evidence {} {}", to_text(workspace),
                                     to_text(piece), problem));
    else
      whole.insert(hash);
  }
  return {std::move(problems), std::ssize(whole)};
}

}  // namespace touchstone::evidence
