#pragma once
#include <condition_variable>
#include <mutex>
#include <set>

#include "platform/files/near_copies.h"
#include "platform/files/s3_request.h"
#include "platform/files/storage.h"

namespace touchstone::files {

// Files in a bucket of a server that speaks S3, at ENDPOINT/BUCKET/HASH, with nothing else needed
// in the bucket. What a file counts as kept since is the server's Last-Modified.
//
// A server that hangs is left after 30 s, three times. A file is sent in one request, which is
// whole on the server or not there; many servers take 5 GB at most that way.
class S3Storage final : public Storage {
 public:
  // Files that are opened are brought into that folder first, where they have no name. The last
  // ones stay, up to 1 GiB; while 4 GiB are being read no more come. A listing is asked for in
  // pages of so many keys. Throws StorageError for settings that complaint_about_s3 complains
  // about; does not ask the server.
  S3Storage(S3Settings settings, std::filesystem::path folder, int keys_of_a_page = 1000);

  void keep(const Digest& hash, const std::filesystem::path& path) override;
  bool keep_on(const Digest& hash) override;
  // Returns when the whole file has come, or at once where it is here still; who asks for one that
  // is on its way waits for that. Throws StorageError
  // when its bytes are not of that hash.
  std::optional<OpenFile> open(const Digest& hash) override;
  bool far() const override { return true; }
  // Leaves out keys that are not hashes.
  void each(const std::function<void(const Digest& hash)>& found) override;
  // Looks first and then deletes: what another process keeps or keeps on between the two is
  // deleted. So `kept_before` lies further back than anybody takes from keep() or keep_on() to the
  // row that names the file. The server tells whole seconds of its own clock; a file counts as kept
  // at the end of its second.
  bool remove(const Digest& hash, Moment kept_before) override;
  void sweep(Moment /*left_before*/) override {}  // what is put there is there whole or not at all

 private:
  class Coming;
  std::string path_of(const Digest& hash) const;
  S3Answer page(const std::string& token) const;

  const S3Settings settings_;
  const std::filesystem::path folder_;
  const int keys_of_a_page_;
  NearCopies copies_{1LL << 30, 4LL << 30};
  std::mutex mutex_;
  std::condition_variable came_;
  std::set<Digest> coming_;
};

}  // namespace touchstone::files
