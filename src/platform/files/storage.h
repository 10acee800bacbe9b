#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "platform/date.h"
#include "platform/descriptor.h"
#include "platform/secret.h"

// Where the bytes of files lie: each under the SHA-256 of what is in it, so the same file sent
// twice lies there once. What a file is called and whose it is stand in the database.
namespace touchstone::files {

// Storage that cannot be used now: a full disk, a server that does not answer. what() is for the
// log.
struct StorageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Read with pread, since several may read it at once.
struct OpenFile {
  std::shared_ptr<const Descriptor> file;
  std::int64_t size = 0;  // bytes
};

// Safe to use from several threads, and from several processes over the same place.
class Storage {
 public:
  virtual ~Storage() = default;

  // Takes the file at `path`, whose bytes hash to `hash`, away from there or a copy of it. When
  // this returns, the bytes survive a power cut, and count as kept just now even if they were there
  // before. Throws StorageError.
  virtual void keep(const Digest& hash, const std::filesystem::path& path) = 0;
  // Counts what is there as kept just now; false when it is not there. Throws StorageError.
  virtual bool keep_on(const Digest& hash) = 0;
  // Empty when it is not there. Throws StorageError.
  virtual std::optional<OpenFile> open(const Digest& hash) = 0;
  // Whether open() may take longer than a disk does.
  virtual bool far() const = 0;
  // Calls that for each hash there is, in any order. Throws StorageError.
  virtual void each(const std::function<void(const Digest& hash)>& found) = 0;
  // Deletes what was kept before that moment and not since. True when it did. Throws StorageError.
  virtual bool remove(const Digest& hash, Moment kept_before) = 0;
  // Deletes what a keep() that was interrupted before that moment left half done. Throws
  // StorageError.
  virtual void sweep(Moment left_before) = 0;
};

}  // namespace touchstone::files
