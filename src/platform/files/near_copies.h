#pragma once
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "platform/files/storage.h"

namespace touchstone::files {

// Copies here of files that lie on another machine: whoever reads the same one shares it, and the
// last few stay for whoever asks for the next part of them. Safe from any thread.
class NearCopies {
 public:
  // How many bytes may lie here, for a while longer than they are read and altogether.
  NearCopies(std::int64_t most_kept, std::int64_t most) : most_kept_(most_kept), most_(most) {}

  std::optional<OpenFile> find(const Digest& hash);
  // Throws StorageError when so many bytes are being read that no more may come.
  void make_room();
  OpenFile add(const Digest& hash, OpenFile copy);
  // Whoever reads it reads on.
  void forget(const Digest& hash);

 private:
  struct Copy {
    std::weak_ptr<const Descriptor> file;
    std::int64_t size;
  };
  std::int64_t bytes_here();
  void keep_no_more_than(std::int64_t bytes);

  const std::int64_t most_kept_;
  const std::int64_t most_;
  std::mutex mutex_;
  std::map<Digest, Copy> all_;
  std::list<std::pair<Digest, OpenFile>> kept_;  // asked for last stands first
};

}  // namespace touchstone::files
