#include "evidence/file_jobs.h"

#include <fmt/format.h>

#include <set>

#include "evidence/file_store.h"
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

FilesRead read_all_files(sql::Read& read, files::Storage& storage) {
  std::vector<std::string> problems;
  std::set<Digest> whole;
  each_file(read, [&](const Digest& hash, const Uuid& workspace, const Uuid& piece) {
    if (whole.contains(hash)) return;
    const auto open = storage.open(hash);
    const auto* const problem = !open                                   ? "is missing"
                                : files::sha256_of(*open->file) != hash ? "is not as it came"
                                                                        : nullptr;
    if (problem != nullptr)
      problems.push_back(fmt::format("{} the file of evidence {} {}", to_text(workspace),
                                     to_text(piece), problem));
    else
      whole.insert(hash);
  });
  return {std::move(problems), std::ssize(whole)};
}

}  // namespace touchstone::evidence
