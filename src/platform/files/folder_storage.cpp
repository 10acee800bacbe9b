#include "platform/files/folder_storage.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "platform/files/sha256.h"

namespace touchstone::files {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t letters_of_folder = 2;
constexpr std::string_view lock_name = "lock";
constexpr std::string_view coming = "coming-";

[[noreturn]] void fail(const std::string& what, const fs::path& path) {
  throw StorageError(what + " " + path.string() + ": " +
                     std::error_code(errno, std::generic_category()).message());
}

Descriptor opened(const fs::path& path, int how) {
  Descriptor file(::open(path.c_str(), how | O_CLOEXEC, 0600));
  if (!file.open()) fail("cannot open", path);
  return file;
}

void sync(const fs::path& path, int how) {
  const auto file = opened(path, how);
  if (::fsync(file.number()) != 0) fail("cannot write down", path);
}

// The folder, and its entry in the one above it, survive a power cut. One that is there already may
// have been made by somebody who has not written that down yet.
void make_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail("cannot make", folder);
  sync(folder.parent_path(), O_RDONLY | O_DIRECTORY);
}

bool touch(const fs::path& path) {
  if (::utimensat(AT_FDCWD, path.c_str(), nullptr, AT_SYMLINK_NOFOLLOW) == 0) return true;
  if (errno != ENOENT) fail("cannot touch", path);
  return false;
}

Moment changed_at(const struct stat& facts) {
  return Moment(std::chrono::duration_cast<Moment::duration>(
      std::chrono::seconds(facts.st_mtim.tv_sec) +
      std::chrono::nanoseconds(facts.st_mtim.tv_nsec)));
}

// Deletes what is still there at the end, however that comes.
struct Leftover {
  fs::path path;
  ~Leftover() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
};

}  // namespace

class FolderStorage::Turn {
 public:
  enum class Kind : std::uint8_t { keeping, deleting };
  Turn(const fs::path& root, Kind kind) : lock_(opened(root / lock_name, O_RDWR | O_CREAT)) {
    const int how = kind == Kind::keeping ? LOCK_SH : LOCK_EX;
    while (::flock(lock_.number(), how) != 0)
      if (errno != EINTR) fail("cannot lock", root);
  }

 private:
  Descriptor lock_;
};

FolderStorage::FolderStorage(fs::path root) : root_(std::move(root)) {
  std::error_code error;
  fs::create_directories(root_.parent_path(), error);
  make_folder(root_);
}

fs::path FolderStorage::path_of(const Digest& hash) const {
  const auto name = to_hex(hash);
  return root_ / name.substr(0, letters_of_folder) / name.substr(letters_of_folder);
}

void FolderStorage::keep(const Digest& hash, const fs::path& path) {
  struct stat here{};
  struct stat root{};
  if (::stat(path.c_str(), &here) != 0) fail("cannot find", path);
  if (::stat(root_.c_str(), &root) != 0) fail("cannot find", root_);
  if (here.st_dev == root.st_dev) {
    take(hash, path);
    return;
  }
  // From another disk, as where this folder is one that several servers share.
  const Leftover copy{root_ / (std::string(coming) + random_token())};
  std::error_code error;
  if (!fs::copy_file(path, copy.path, error)) throw StorageError("cannot copy " + path.string());
  take(hash, copy.path);
  fs::remove(path, error);
}

void FolderStorage::take(const Digest& hash, const fs::path& path) {
  const auto there = path_of(hash);
  sync(path, O_RDONLY);
  make_folder(there.parent_path());
  const Turn turn(root_, Turn::Kind::keeping);
  if (!touch(path)) fail("cannot find", path);
  if (::rename(path.c_str(), there.c_str()) != 0) fail("cannot keep", there);
  sync(there.parent_path(), O_RDONLY | O_DIRECTORY);
}

bool FolderStorage::keep_on(const Digest& hash) {
  const Turn turn(root_, Turn::Kind::keeping);
  return touch(path_of(hash));
}

std::optional<OpenFile> FolderStorage::open(const Digest& hash) {
  const auto path = path_of(hash);
  OpenFile found{
      std::make_shared<const Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW))};
  if (!found.file->open() && errno == ENOENT) return std::nullopt;
  struct stat facts{};
  if (!found.file->open() || ::fstat(found.file->number(), &facts) != 0) fail("cannot open", path);
  found.size = facts.st_size;
  return found;
}

void FolderStorage::each(const std::function<void(const Digest& hash)>& found) {
  std::error_code error;
  for (fs::recursive_directory_iterator at(root_, error), end; !error && at != end;
       at.increment(error)) {
    if (at.depth() != 1) continue;
    const auto name = at->path().parent_path().filename().string() + at->path().filename().string();
    if (const auto hash = digest_from_hex(name)) found(*hash);
  }
  if (error) throw StorageError("cannot read " + root_.string() + ": " + error.message());
}

bool FolderStorage::remove(const Digest& hash, Moment kept_before) {
  const auto path = path_of(hash);
  const Turn turn(root_, Turn::Kind::deleting);
  struct stat facts{};
  if (::stat(path.c_str(), &facts) != 0) {
    if (errno != ENOENT) fail("cannot look at", path);
    return false;
  }
  if (changed_at(facts) >= kept_before) return false;
  if (::unlink(path.c_str()) != 0) fail("cannot delete", path);
  return true;
}

// A copy that is being made is young: nobody needs a lock for it.
void FolderStorage::sweep(Moment left_before) {
  std::error_code error;
  for (fs::directory_iterator at(root_, error), end; !error && at != end; at.increment(error)) {
    struct stat facts{};
    if (!at->path().filename().string().starts_with(coming) ||
        ::stat(at->path().c_str(), &facts) != 0 || changed_at(facts) >= left_before)
      continue;
    if (::unlink(at->path().c_str()) != 0 && errno != ENOENT) fail("cannot delete", at->path());
  }
  if (error) throw StorageError("cannot read " + root_.string() + ": " + error.message());
}

}  // namespace touchstone::files
