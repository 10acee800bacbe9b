#include "platform/files/s3_storage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/files/files_on_disk_test.h"
#include "platform/files/s3_server_test.h"
#include "platform/files/sha256.h"

namespace touchstone::files {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class S3 : public FilesOnDisk {
 protected:
  S3Storage storage() { return {server_.settings(), folder_.path() / "scratch"}; }
  // What the error says; empty without one.
  template <class Act>
  static std::string error_of(Act act) {
    try {
      act();
    } catch (const StorageError& error) {
      return error.what();
    }
    return {};
  }
  S3Server server_;
};

TEST_F(S3, refuses_a_wrong_secret_and_nobody_reads_it_in_the_log) {
  auto settings = server_.settings();
  settings.secret_key = "not-the-secret";
  S3Storage wrong(settings, folder_.path());
  const auto path = write("x");
  const auto error = error_of([&] { wrong.keep(sha256_of(path), path); });
  EXPECT_THAT(error, HasSubstr("403 SignatureDoesNotMatch"));
  EXPECT_THAT(error, Not(HasSubstr("not-the-secret")));
  EXPECT_TRUE(std::filesystem::exists(path)) << "what was not kept was not taken away";
  EXPECT_THAT(error_of([&] { wrong.each([](const Digest&) {}); }), HasSubstr("403"));
}

TEST_F(S3, that_is_killed_during_an_upload_keeps_all_of_a_file_or_nothing) {
  // Long enough on its way for the server to be killed in the middle.
  const auto path = write("");
  std::filesystem::resize_file(path, 400'000'000);
  const auto hash = sha256_of(path);
  auto killed = storage();
  std::thread killer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    server_.kill();
  });
  const auto error = error_of([&] { killed.keep(hash, path); });
  killer.join();
  EXPECT_THAT(error, HasSubstr("cannot be asked"));
  server_.start_again();
  auto again = storage();
  // This server keeps a part of it under its name; that is never given out.
  EXPECT_THAT(error_of([&] { EXPECT_FALSE(again.open(hash)); }),
              ::testing::AnyOf("", HasSubstr("sent other bytes")));
  const auto small = write("it works again");
  const auto other = sha256_of(small);
  again.keep(other, small);
  EXPECT_EQ(again.open(other)->size, 14);
}

TEST_F(S3, that_is_down_is_said_in_seconds) {
  auto gone = storage();
  server_.kill();
  const auto path = write("x");
  EXPECT_THAT(error_of([&] { gone.keep(sha256_of(path), path); }), HasSubstr("cannot be asked"));
  EXPECT_THAT(error_of([&] { gone.open(Digest{}); }), HasSubstr("cannot be asked"));
}

TEST_F(S3, that_sends_other_bytes_than_it_got_is_found_out) {
  auto kept = storage();
  const auto path = write("as it came");
  const auto hash = sha256_of(path);
  kept.keep(hash, path);
  std::ofstream(server_.kept(to_hex(hash))) << "as it cams";
  EXPECT_THAT(error_of([&] { kept.open(hash); }), HasSubstr("sent other bytes"));
}

}  // namespace
}  // namespace touchstone::files
