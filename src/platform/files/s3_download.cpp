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

[[noreturn]] void fail_here(std::string_view what) {
  throw StorageError(
      fmt::format("{}: {}", what, std::error_code(errno, std::generic_category()).message()));
}

Descriptor nameless_file(const std::filesystem::path& folder) {
  auto name = (folder / "download.XXXXXX").string();
  Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (!file.open()) fail_here("cannot make a file in " + folder.string());
  if (::unlink(name.c_str()) != 0) fail_here("cannot unlink " + name);
  return file;
}

}  // namespace

S3Download::S3Download(const std::filesystem::path& folder) : out_{nameless_file(folder)} {
  crypto_hash_sha256_init(&state_);
}

void S3Download::restart() {
  if (::ftruncate(out_.file.number(), 0) != 0 || ::lseek(out_.file.number(), 0, SEEK_SET) != 0)
    fail_here("cannot empty a download");
  out_.size = 0;
  crypto_hash_sha256_init(&state_);
}

bool S3Download::take(std::string_view bytes) {
  crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
  while (!bytes.empty()) {
    const auto written = ::write(out_.file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    out_.size += written;
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
  if (::lseek(out_.file.number(), 0, SEEK_SET) != 0) fail_here("cannot rewind a download");
  return std::move(out_);
}

}  // namespace touchstone::files
