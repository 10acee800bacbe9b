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

  FolderStorage storage_{folder_.path() / "files"};
};

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

TEST_F(FolderStorageKeeps, what_comes_from_another_disk) {
  const auto elsewhere = std::filesystem::temp_directory_path() / ("sent-" + random_token());
  std::ofstream(elsewhere) << "from far away";
  const auto hash = sha256_of(elsewhere);
  storage_.keep(hash, elsewhere);
  EXPECT_FALSE(std::filesystem::exists(elsewhere));
  EXPECT_EQ(storage_.open(hash)->size, 13);
  const auto left = std::filesystem::directory_iterator(folder_.path() / "files");
  EXPECT_TRUE(std::none_of(begin(left), end(left), [](const auto& each) {
    return each.path().filename().string().starts_with("coming");
  }));
}

TEST_F(FolderStorageKeeps, nothing_of_a_copy_that_a_crash_interrupted) {
  const auto hash = keep("whole");
  const auto root = folder_.path() / "files";
  for (const auto* name : {"coming-old", "coming-now"}) std::ofstream(root / name) << "half of i";
  std::filesystem::last_write_time(root / "coming-old",
                                   std::filesystem::file_time_type::clock::now() - hours(48));
  storage_.sweep(now() - hours(24));
  EXPECT_FALSE(std::filesystem::exists(root / "coming-old"));
  EXPECT_TRUE(std::filesystem::exists(root / "coming-now"));
  EXPECT_TRUE(storage_.open(hash));
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
