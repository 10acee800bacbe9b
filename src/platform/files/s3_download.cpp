#include "platform/files/s3_download.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "platform/files/sha256.h"

namespace touchstone::files {
namespace {

constexpr std::uintmax_t left_free = 100 * 1024 * 1024;  // bytes

[[noreturn]] void fail_here(std::string_view what) {
  throw StorageError(
      fmt::format("{}: {}", what, std::error_code(errno, std::generic_category()).message()));
}

Descriptor nameless_file(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);  // mkostemp says what came of it
  auto name = (folder / "download.XXXXXX").string();
  Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (!file.open()) fail_here("cannot make a file in " + folder.string());
  if (::unlink(name.c_str()) != 0) fail_here("cannot unlink " + name);
  return file;
}

}  // namespace

S3Download::S3Download(const std::filesystem::path& folder)
    : folder_(folder), file_(nameless_file(folder)) {
  crypto_hash_sha256_init(&state_);
}

void S3Download::restart() {
  if (::ftruncate(file_.number(), 0) != 0 || ::lseek(file_.number(), 0, SEEK_SET) != 0)
    fail_here("cannot empty a download");
  size_ = 0;
  looked_at_ = 0;
  crypto_hash_sha256_init(&state_);
}

// Looks now and then: the database may lie on the same disk.
bool S3Download::has_room() {
  constexpr std::int64_t between_looks = 8LL * 1024 * 1024;
  if (size_ > 0 && size_ - looked_at_ < between_looks) return true;
  looked_at_ = size_;
  std::error_code unknown;
  const auto space = std::filesystem::space(folder_, unknown);
  if (unknown || space.available > left_free + between_looks) return true;
  errno = ENOSPC;
  return false;
}

bool S3Download::take(std::string_view bytes) {
  if (!has_room()) return false;
  crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
  while (!bytes.empty()) {
    const auto written = ::write(file_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    size_ += written;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

OpenFile S3Download::finish(const Digest& hash) && {
  Digest come{};
  static_assert(sizeof(Digest) == crypto_hash_sha256_BYTES);
  crypto_hash_sha256_final(&state_, come.data());
  if (come != hash)
    throw StorageError(fmt::format("what the storage server holds as {} has other bytes: {}",
                                   to_hex(hash), to_hex(come)));
  if (::lseek(file_.number(), 0, SEEK_SET) != 0) fail_here("cannot rewind a download");
  return {std::make_shared<const Descriptor>(std::move(file_)), size_};
}

}  // namespace touchstone::files
