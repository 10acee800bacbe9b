#include "evidence/file_store.h"

#include <string>

namespace touchstone::evidence {

std::int64_t bytes_kept(sql::Read& read, Id<people::Workspace> workspace) {
  static const std::string sum = "SELECT CAST(COALESCE(SUM(file_size), 0) AS BIGINT) FROM ";
  static const auto of_pieces = sum + "evidence WHERE ws = ? AND file_hash IS NOT NULL";
  // Most versions have the file that their piece still has, and are not looked at.
  static const auto of_earlier =
      sum +
      "(SELECT DISTINCT r.evidence, r.file_hash, r.file_size FROM evidence_revision r "
      "WHERE r.ws = ? AND r.file_replaced = 1 AND r.file_hash IS NOT NULL AND NOT EXISTS (SELECT 1 "
      "FROM evidence e WHERE e.ws = r.ws AND e.id = r.evidence AND e.file_hash = r.file_hash)) AS "
      "earlier";
  std::int64_t bytes = 0;
  for (const auto& sizes : {of_pieces, of_earlier})
    for (const auto& row : read.rows(sizes, workspace)) bytes += row.get<std::int64_t>(0);
  return bytes;
}

bool is_used(sql::Read& read, const Digest& hash) {
  for (const auto* const with_it : {"SELECT 1 FROM evidence WHERE file_hash = ? LIMIT 1",
                                    "SELECT 1 FROM evidence_revision WHERE file_hash = ? LIMIT 1"})
    if (read.rows(with_it, hash).next() != nullptr) return true;
  return false;
}

std::vector<FileOfPiece> all_files(sql::Read& read) {
  std::vector<FileOfPiece> files;
  for (const auto* const with_one :
       {"SELECT file_hash, ws, id FROM evidence WHERE file_hash IS NOT NULL",
        "SELECT file_hash, ws, evidence FROM evidence_revision WHERE file_hash IS NOT NULL"})
    for (const auto& row : read.rows(with_one))
      files.push_back({row.get<Digest>(0), row.get<Uuid>(1), row.get<Uuid>(2)});
  return files;
}

}  // namespace touchstone::evidence
