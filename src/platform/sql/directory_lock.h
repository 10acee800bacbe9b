#pragma once
#include <filesystem>

namespace touchstone::sql {

// Holds the file `lock` of a directory as long as it lives, so that one process only works there.
// The system lets go of it when the process dies, however it dies.
class DirectoryLock {
 public:
  // Makes the directory when missing, for its owner only. Throws Locked when another process holds
  // it.
  explicit DirectoryLock(const std::filesystem::path& directory);
  ~DirectoryLock();
  DirectoryLock(const DirectoryLock&) = delete;
  DirectoryLock& operator=(const DirectoryLock&) = delete;

 private:
  int file_;
};

}  // namespace touchstone::sql
