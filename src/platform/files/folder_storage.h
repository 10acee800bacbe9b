#pragma once
#include "platform/files/storage.h"

namespace touchstone::files {

// Files in a folder: that of the hash "ab12…" is called ab/12… .
class FolderStorage final : public Storage {
 public:
  // Makes the folder when it is missing. Throws StorageError.
  explicit FolderStorage(std::filesystem::path root);

  void keep(const Digest& hash, const std::filesystem::path& path) override;
  bool keep_on(const Digest& hash) override;
  std::optional<OpenFile> open(const Digest& hash) override;
  bool far() const override { return false; }
  void each(const std::function<void(const Digest& hash)>& found) override;
  bool remove(const Digest& hash, Moment kept_before) override;
  void sweep(Moment left_before) override;

 private:
  // Between these no other process deletes, or none does anything.
  class Turn;
  // The same of what lies on the same disk.
  void take(const Digest& hash, const std::filesystem::path& path);
  std::filesystem::path path_of(const Digest& hash) const;

  const std::filesystem::path root_;
};

}  // namespace touchstone::files
