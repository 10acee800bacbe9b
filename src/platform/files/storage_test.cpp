#include "platform/files/storage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/files/files_on_disk_test.h"
#include "platform/files/folder_storage.h"
#include "platform/files/s3_server_test.h"
#include "platform/files/sha256.h"

namespace touchstone::files {
namespace {

using std::chrono::hours;
using ::testing::UnorderedElementsAre;

enum class Where : std::uint8_t { folder, s3 };

// What every storage promises.
class EveryStorage : public FilesOnDisk, public ::testing::WithParamInterface<Where> {
 protected:
  EveryStorage() {
    if (GetParam() == Where::folder) {
      storage_ = std::make_unique<FolderStorage>(folder_.path() / "files");
      return;
    }
    server_ = std::make_unique<S3Server>();
    storage_ = std::make_unique<S3Storage>(server_->settings(), folder_.path() / "scratch", 2);
  }
  Digest keep(const std::string& bytes) {
    const auto path = write(bytes);
    const auto hash = sha256_of(path);
    storage_->keep(hash, path);
    EXPECT_FALSE(std::filesystem::exists(path)) << "it was taken away";
    return hash;
  }
  std::string read_back(const Digest& hash) {
    const auto open = storage_->open(hash);
    if (!open) return "(nothing)";
    std::string bytes(static_cast<std::size_t>(open->size), '\0');
    const auto got = ::pread(open->file.number(), bytes.data(), bytes.size(), 0);
    return bytes.substr(0, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  }
  std::vector<Digest> all() {
    std::vector<Digest> found;
    storage_->each([&](const Digest& hash) { found.push_back(hash); });
    return found;
  }

  std::unique_ptr<S3Server> server_;
  std::unique_ptr<Storage> storage_;
};
INSTANTIATE_TEST_SUITE_P(In, EveryStorage, ::testing::Values(Where::folder, Where::s3),
                         [](const auto& where) {
                           return where.param == Where::folder ? "folder" : "s3";
                         });

TEST_P(EveryStorage, gives_back_every_byte) {
  const auto hash = keep("abc");
  // FIPS 180-2, appendix B.1
  EXPECT_EQ(to_hex(hash), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(read_back(hash), "abc");
  std::string large;
  while (large.size() < 3'000'000) large += std::to_string(large.size());
  EXPECT_TRUE(read_back(keep(large)) == large);
}

TEST_P(EveryStorage, keeps_once_what_comes_twice_and_lists_all) {
  const auto one = keep("the same");
  EXPECT_EQ(keep("the same"), one);
  EXPECT_THAT(all(),
              UnorderedElementsAre(one, keep("two"), keep("three"), keep("four"), keep("five")));
}

TEST_P(EveryStorage, has_nothing_that_it_never_got) {
  EXPECT_THAT(all(), ::testing::IsEmpty());
  EXPECT_FALSE(storage_->open(Digest{}));
  EXPECT_FALSE(storage_->keep_on(Digest{}));
  EXPECT_FALSE(storage_->remove(Digest{}, now() + hours(1)));
}

TEST_P(EveryStorage, removes_nothing_that_was_kept_lately) {
  const auto hash = keep("in a form that is still open");
  EXPECT_TRUE(storage_->keep_on(hash));
  EXPECT_FALSE(storage_->remove(hash, now() - hours(1)));
  EXPECT_EQ(read_back(hash), "in a form that is still open");
  EXPECT_TRUE(storage_->remove(hash, now() + hours(1)));
  EXPECT_EQ(read_back(hash), "(nothing)");
}

}  // namespace
}  // namespace touchstone::files
