#pragma once
#include "platform/files/s3_settings.h"
#include "platform/files/storage.h"

namespace touchstone::files {

// Files in a bucket of an S3-compatible server, each under its hash in hex. What the server has
// acknowledged counts as written down.
class S3Storage final : public Storage {
 public:
  // Files on their way back lie in `scratch`, without a name. A list is asked for `listed_at_once`
  // keys at a time.
  S3Storage(S3Settings settings, std::filesystem::path scratch, int listed_at_once = 1000);

  void keep(const Digest& hash, const std::filesystem::path& path) override;
  bool keep_on(const Digest& hash) override;
  // Fetches it whole, and throws when what comes does not hash to that.
  std::optional<OpenFile> open(const Digest& hash) override;
  bool far() const override { return true; }
  void each(const std::function<void(const Digest& hash)>& found) override;
  // Another process may keep it on between the look at its age and the deletion, for the time of
  // one request.
  bool remove(const Digest& hash, Moment kept_before) override;

 private:
  const S3Settings settings_;
  const std::filesystem::path scratch_;
  const int listed_at_once_;
};

}  // namespace touchstone::files
