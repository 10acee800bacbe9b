// What a power cut may leave of a file, by what a disk promises (POSIX fsync, and the Linux man
// page on folders): the bytes of a file are there once it was written down; its name is there once
// the folder that has the name was written down after the name came; until then either may be there
// or not, in any mixture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "platform/files/disk_calls_test.h"
#include "platform/files/folder_storage.h"
#include "platform/files/sha256.h"
#include "platform/files/testing_server.h"

namespace touchstone::files {
namespace {

namespace fs = std::filesystem;
using Kind = testing::DiskCall::Kind;

// Whether the folder was written down after that call.
bool written_down_after(const std::vector<testing::DiskCall>& calls, std::size_t at,
                        const fs::path& path) {
  for (auto n = at + 1; n < calls.size(); ++n)
    if (calls[n].kind == Kind::write_down && calls[n].path == path) return true;
  return false;
}

bool written_down_before(const std::vector<testing::DiskCall>& calls, std::size_t at,
                         const fs::path& path) {
  for (std::size_t n = 0; n < at; ++n)
    if (calls[n].kind == Kind::write_down && calls[n].path == path) return true;
  return false;
}

class PowerCut : public ::testing::Test {
 protected:
  sql::testing::Folder folder_;
  const fs::path root_ = folder_.path() / "files";
};

TEST_F(PowerCut, P2_never_leaves_half_a_file_nor_takes_one_that_was_kept) {
  int renames = 0;
  for (const auto* bytes : {"first", "second", "third"}) {
    const auto file = testing::make_file(folder_.path(), bytes);
    const testing::DiskCalls disk;
    FolderStorage(root_).keep(file.hash, file.path);
    const auto calls = disk.all();
    for (std::size_t n = 0; n < calls.size(); ++n) {
      const auto& call = calls[n];
      if (call.kind == Kind::make_folder) {
        EXPECT_TRUE(written_down_after(calls, n, call.path.parent_path())) << call.path;
      }
      if (call.kind != Kind::rename) continue;
      ++renames;
      EXPECT_TRUE(written_down_before(calls, n, call.path)) << "half a file may have the name";
      EXPECT_TRUE(written_down_after(calls, n, call.to.parent_path())) << "the name may be gone";
    }
  }
  EXPECT_EQ(renames, 3);
}

TEST_F(PowerCut, P2_a_folder_that_somebody_else_has_just_made_is_written_down_too) {
  const auto file = testing::make_file(folder_.path(), "bytes");
  FolderStorage storage(root_);
  fs::create_directory(root_ / to_hex(file.hash).substr(0, 2));
  const testing::DiskCalls disk;
  storage.keep(file.hash, file.path);
  EXPECT_TRUE(written_down_before(disk.all(), disk.all().size(), root_));
}

TEST_F(PowerCut, P3_a_disk_that_fails_at_any_step_keeps_nothing_and_loses_nothing) {
  FolderStorage storage(root_);
  const auto before = testing::make_file(folder_.path(), "kept before");
  storage.keep(before.hash, before.path);
  std::size_t failed = 0;
  for (bool whole = false; !whole; ++failed) {
    const auto file = testing::make_file(folder_.path(), "comes now");
    const testing::DiskCalls disk(failed);
    try {
      storage.keep(file.hash, file.path);
      whole = true;
    } catch (const StorageError&) {
    }
    EXPECT_TRUE(storage.open(before.hash)) << failed;
    const auto found = storage.open(file.hash);
    EXPECT_EQ(found ? found->size : 9, 9) << failed;
  }
  EXPECT_GT(failed, 4U) << "fewer steps than keeping a file has";
}

}  // namespace
}  // namespace touchstone::files
