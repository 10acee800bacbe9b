#include "platform/sql/directory_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "platform/sql/database.h"

namespace touchstone::sql {
namespace {

void make(const std::filesystem::path& directory) {
  if (!std::filesystem::create_directories(directory)) return;
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
}

}  // namespace

DirectoryLock::DirectoryLock(const std::filesystem::path& directory) {
  make(directory);
  const auto file = directory / "lock";
  file_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0)
    throw std::runtime_error("Cannot open " + file.string() + ": " + std::strerror(errno) + ".");
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  const int why = errno;
  ::close(file_);
  if (why != EWOULDBLOCK)
    throw std::runtime_error("Cannot lock " + file.string() + ": " + std::strerror(why) + ".");
  throw Locked("Another Touchstone is running in " + directory.string() + ".");
}

DirectoryLock::~DirectoryLock() {
  ::close(file_);
}

}  // namespace touchstone::sql
