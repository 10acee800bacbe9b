#include "platform/files/folder_storage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "platform/files/files_on_disk_test.h"
#include "platform/files/sha256.h"

namespace touchstone::files {
namespace {

using std::chrono::hours;

class FolderStorageKeeps : public FilesOnDisk {
 protected:
  Digest keep(const std::string& bytes) {
    const auto path = write(bytes);
    const auto hash = sha256_of(path);
    storage_.keep(hash, path);
    return hash;
  }
  std::string read_back(const Digest& hash) {
    const auto open = storage_.open(hash);
    if (!open) return "(nothing)";
    std::string bytes(static_cast<std::size_t>(open->size), '\0');
    const auto got = ::pread(open->file.number(), bytes.data(), bytes.size(), 0);
    return bytes.substr(0, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  }
  std::vector<std::string> all() {
    std::vector<std::string> found;
    storage_.each([&](const Digest& hash) { found.push_back(to_hex(hash)); });
    return found;
  }

  FolderStorage storage_{folder_.path() / "files"};
};

TEST_F(FolderStorageKeeps, a_file_under_the_hash_of_what_is_in_it) {
  const auto hash = keep("abc");
  // FIPS 180-2, appendix B.1
  EXPECT_EQ(to_hex(hash), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(read_back(hash), "abc");
  EXPECT_EQ(digest_from_hex(to_hex(hash)), hash);
}

TEST_F(FolderStorageKeeps, what_comes_twice_once) {
  EXPECT_EQ(keep("the same"), keep("the same"));
  keep("another");
  EXPECT_EQ(all().size(), 2U);
}

TEST_F(FolderStorageKeeps, nothing_of_what_it_never_got) {
  EXPECT_FALSE(storage_.open(Digest{}));
  EXPECT_FALSE(storage_.keep_on(Digest{}));
  EXPECT_FALSE(storage_.remove(Digest{}, now()));
}

TEST_F(FolderStorageKeeps, on_what_was_kept_lately_when_asked_to_remove_it) {
  const auto hash = keep("in a form that is still open");
  EXPECT_FALSE(storage_.remove(hash, now() - hours(1)));
  EXPECT_EQ(read_back(hash), "in a form that is still open");
  EXPECT_TRUE(storage_.remove(hash, now() + hours(1)));
  EXPECT_FALSE(storage_.open(hash));
}

TEST_F(FolderStorageKeeps, what_is_kept_anew_as_if_it_were_new) {
  const auto hash = keep("old");
  const auto path = folder_.path() / "files" / to_hex(hash).substr(0, 2) / to_hex(hash).substr(2);
  const auto long_ago = std::filesystem::file_time_type::clock::now() - hours(48);
  std::filesystem::last_write_time(path, long_ago);
  EXPECT_TRUE(storage_.keep_on(hash));
  EXPECT_FALSE(storage_.remove(hash, now() - hours(24)));
  std::filesystem::last_write_time(path, long_ago);
  keep("old");
  EXPECT_FALSE(storage_.remove(hash, now() - hours(24)));
}

TEST_F(FolderStorageKeeps, every_file_that_is_kept_while_others_are_removed) {
  std::thread remover([&] {
    for (int i = 0; i < 200; ++i)
      storage_.each([&](const Digest& hash) { storage_.remove(hash, now() - hours(1)); });
  });
  std::vector<Digest> kept;
  for (int i = 0; i < 200; ++i) kept.push_back(keep(std::to_string(i % 20)));
  remover.join();
  for (const auto& hash : kept) EXPECT_TRUE(storage_.open(hash));
}

TEST_F(FolderStorageKeeps, its_word_when_it_cannot_write) {
  const auto path = write("x");
  const auto hash = sha256_of(path);
  // A file stands where the folder of this hash would be.
  const auto blocked = folder_.path() / "files" / to_hex(hash).substr(0, 2);
  std::ofstream(blocked) << "in the way";
  EXPECT_THROW(storage_.keep(hash, path), StorageError);
  EXPECT_THROW(FolderStorage("/proc/nowhere/files"), StorageError);
}

}  // namespace
}  // namespace touchstone::files
