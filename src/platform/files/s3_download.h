#pragma once
#include <sodium.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/files/storage.h"

namespace touchstone::files {

// Bytes on their way from a server into a file without a name, counted and hashed as they come.
class S3Download {
 public:
  // Makes the file in that folder, which is made when missing and never filled up. Throws
  // StorageError.
  explicit S3Download(const std::filesystem::path& folder);

  // Forgets what came before. Throws StorageError.
  void restart();
  // False when the bytes cannot be written; errno says why.
  bool take(std::string_view bytes);
  // The file from its start. Throws StorageError when its bytes do not hash to that.
  OpenFile finish(const Digest& hash) &&;

 private:
  bool has_room();

  const std::filesystem::path folder_;
  Descriptor file_;
  std::int64_t size_ = 0;
  std::int64_t looked_at_ = 0;  // bytes that had come when room was looked for
  crypto_hash_sha256_state state_{};
};

}  // namespace touchstone::files
