#include "files_place.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "platform/sql/testing.h"

namespace touchstone {
namespace {

using ::testing::HasSubstr;

// A bucket on a server that nobody runs.
Config with_bucket(const std::filesystem::path& folder) {
  const auto secret = folder / "secret";
  std::ofstream(secret) << "a secret of this test";
  std::filesystem::permissions(secret, std::filesystem::perms::owner_read);
  Config config;
  config.data = folder;
  config.s3_endpoint = "http://127.0.0.1:1";
  config.s3_bucket = "touchstone";
  config.s3_region = "eu-west-2";
  config.s3_access_key = "key";
  config.s3_secret_key_file = secret;
  return config;
}

TEST(FilesPlace, is_the_folder_files_of_the_data_directory_with_the_quota_of_the_settings) {
  const sql::testing::Folder folder;
  Config config;
  config.data = folder.path();
  config.file_quota = 2;
  const auto place = files_place(config);
  EXPECT_TRUE(std::filesystem::is_directory(folder.path() / "files"));
  EXPECT_EQ(place.quota, 2'147'483'648);
  EXPECT_FALSE(place.storage->far());
}

TEST(FilesPlace, is_a_bucket_where_one_is_named) {
  const sql::testing::Folder folder;
  auto config = with_bucket(folder.path());
  EXPECT_TRUE(files_place(config).storage->far());
  config.s3_secret_key_file = folder.path() / "no such file";
  EXPECT_THROW(files_place(config), std::runtime_error) << "there is no such file";
}

TEST(FilesPlace, forgets_uploads_that_were_broken_off) {
  const sql::testing::Folder folder;
  Config config;
  config.data = folder.path();
  std::filesystem::create_directories(incoming_files(config));
  std::ofstream(incoming_files(config) / "upload-a1B2c3") << "half of it";
  clear_incoming_files(config);
  EXPECT_FALSE(std::filesystem::exists(incoming_files(config)));
}

TEST(FilesPlace, is_tried_by_the_doctor) {
  const sql::testing::Folder folder;
  Config config;
  config.data = folder.path();
  const auto sound = doctor::file_storage(config);
  EXPECT_TRUE(sound.sound) << sound.what;
  std::size_t left = 0;
  files_place(config).storage->each([&](const Digest&) { ++left; });
  EXPECT_EQ(left, 0U) << "it leaves nothing behind";
  const auto unsound = doctor::file_storage(with_bucket(folder.path()));
  EXPECT_FALSE(unsound.sound);
  EXPECT_THAT(unsound.what, HasSubstr("http://127.0.0.1:1/touchstone keeps no files"));
}

TEST(FilesPlace, is_not_tried_by_the_doctor_where_that_would_leave_files_of_another_user) {
  const sql::testing::Folder folder;
  Config config;
  config.data = folder.path() / "missing";
  EXPECT_FALSE(doctor::file_storage(config).sound);
  EXPECT_FALSE(std::filesystem::exists(config.data));
  config.data = folder.path();
  if (::chown(config.data.c_str(), 12'345, 12'345) != 0)
    GTEST_SKIP() << "only root may give folders away";
  const auto finding = doctor::file_storage(config);
  EXPECT_FALSE(finding.sound);
  EXPECT_THAT(finding.what, HasSubstr("belongs to another user"));
  EXPECT_TRUE(std::filesystem::is_empty(config.data));
}

}  // namespace
}  // namespace touchstone
