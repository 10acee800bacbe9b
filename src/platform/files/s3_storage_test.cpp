#include "platform/files/s3_storage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <latch>
#include <set>
#include <thread>

#include "platform/files/sha256.h"
#include "platform/files/testing_server.h"

namespace touchstone::files {
namespace {

namespace fs = std::filesystem;
using sql::testing::Folder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::letters;
using testing::make_file;
using ::testing::Not;

constexpr std::chrono::seconds soon{3};

// What it says when it fails; a failure of the test when it does not.
template <class Work>
std::string failure_of(const Work& work) {
  try {
    work();
  } catch (const StorageError& error) {
    return error.what();
  }
  ADD_FAILURE() << "nothing failed";
  return "";
}

class S3 : public ::testing::Test {
 protected:
  S3Storage storage() const { return S3Storage(server_.settings(), opened_.path()); }
  testing::Made made(std::string_view bytes) const { return make_file(here_.path(), bytes); }
  Digest keep(std::string_view bytes) const {
    const auto file = made(bytes);
    storage().keep(file.hash, file.path);
    return file.hash;
  }
  // What each way to use the storage says when it fails.
  static std::vector<std::string> failures_of(S3Storage& storage, const testing::Made& file) {
    return {failure_of([&] { storage.keep(file.hash, file.path); }),
            failure_of([&] { storage.keep_on(file.hash); }),
            failure_of([&] { storage.open(file.hash); }),
            failure_of([&] { storage.each([](const Digest&) {}); }),
            failure_of([&] { storage.remove(file.hash, now()); })};
  }

  testing::S3Server server_;
  Folder opened_;  // where opened files lie
  Folder here_;
};

TEST_F(S3, is_far_and_leaves_nothing_here) {
  auto there = storage();
  EXPECT_TRUE(there.far());
  const auto file = made("taken away");
  there.keep(file.hash, file.path);
  EXPECT_FALSE(fs::exists(file.path));
  const auto found = there.open(file.hash);
  EXPECT_TRUE(found);
  EXPECT_TRUE(fs::is_empty(opened_.path()));
}

// As after a start, which clears away what a broken-off one left.
TEST_F(S3, files_are_opened_though_nothing_has_made_the_folder_for_them_yet) {
  const auto hash = keep("there");
  S3Storage there(server_.settings(), opened_.path() / "incoming");
  EXPECT_TRUE(there.open(hash));
  fs::remove_all(opened_.path() / "incoming");
  const auto other = keep("there too");
  EXPECT_TRUE(there.open(other));
}

TEST_F(S3, a_file_that_several_ask_for_at_once_comes_once) {
  constexpr int several = 6;
  const auto hash = keep(testing::letters(8'000'000, 1));
  auto there = storage();
  std::latch together(several);
  std::array<std::optional<OpenFile>, several> found;
  {
    std::vector<std::jthread> all;
    for (auto& mine : found)
      all.emplace_back([&] {
        together.arrive_and_wait();
        mine = there.open(hash);
      });
  }
  for (const auto& mine : found) {
    ASSERT_TRUE(mine);
    EXPECT_EQ(mine->file, found[0]->file);
  }
}

TEST_F(S3, a_list_goes_on_over_pages_and_leaves_out_what_is_no_hash) {
  std::multiset<Digest> kept;
  for (const auto* bytes : {"1", "2", "3", "4", "5"}) kept.insert(keep(bytes));
  std::ofstream(server_.object("readme")) << "of somebody else";
  for (const int keys : {1, 2, 6, 1000}) {
    S3Storage there(server_.settings(), opened_.path(), keys);
    std::multiset<Digest> found;
    there.each([&](const Digest& hash) { found.insert(hash); });
    EXPECT_EQ(found, kept) << keys;
  }
}

TEST_F(S3, a_wrong_secret_fails_and_is_not_named) {
  auto settings = server_.settings();
  settings.secret_key = "not-the-secret";
  S3Storage there(settings, opened_.path());
  const auto hash = keep("there");
  const auto file = made("there");
  for (const auto& failure : failures_of(there, file))
    EXPECT_THAT(failure,
                AllOf(HasSubstr("403"), Not(HasSubstr("secret")), Not(HasSubstr("S3RVER"))));
  EXPECT_THAT(failures_of(there, file)[0], HasSubstr("SignatureDoesNotMatch"));
  EXPECT_TRUE(fs::exists(file.path));
  EXPECT_TRUE(storage().open(hash));
}

TEST_F(S3, an_unknown_access_key_fails) {
  auto settings = server_.settings();
  settings.access_key = "nobody";
  S3Storage there(settings, opened_.path());
  for (const auto& failure : failures_of(there, made("x")))
    EXPECT_THAT(failure, AllOf(HasSubstr("403"), Not(HasSubstr("S3RVER"))));
}

TEST_F(S3, a_bucket_that_is_not_there_is_no_missing_file) {
  auto settings = server_.settings();
  settings.bucket = "nowhere";
  S3Storage there(settings, opened_.path());
  const auto file = made("x");
  EXPECT_THAT(failure_of([&] { there.open(file.hash); }), HasSubstr("NoSuchBucket"));
  EXPECT_THAT(failure_of([&] { there.keep_on(file.hash); }), HasSubstr("NoSuchBucket"));
  EXPECT_THAT(failure_of([&] { there.keep(file.hash, file.path); }), HasSubstr("NoSuchBucket"));
}

TEST_F(S3, damaged_bytes_are_not_given_out) {
  const auto hash = keep("whole");
  std::ofstream(server_.object(to_hex(hash))) << "whale";
  EXPECT_THAT(failure_of([&] { storage().open(hash); }), HasSubstr(to_hex(hash)));
}

TEST_F(S3, a_server_that_is_busy_is_asked_again) {
  const auto file = made("in the end");
  server_.answer_instead(2, 503, "busy");
  storage().keep(file.hash, file.path);
  EXPECT_FALSE(server_.still_answers_instead());
  server_.answer_instead(2, 500, "broken");
  EXPECT_TRUE(storage().open(file.hash));
}

TEST_F(S3, a_server_that_stays_busy_fails_after_three_tries) {
  const auto file = made("never");
  server_.answer_instead(4, 503, "<Error><Code>SlowDown</Code></Error>");
  EXPECT_THAT(failure_of([&] { storage().keep(file.hash, file.path); }),
              AllOf(HasSubstr("503"), HasSubstr("SlowDown")));
  EXPECT_TRUE(fs::exists(file.path));
  EXPECT_TRUE(server_.still_answers_instead());
  EXPECT_FALSE(storage().keep_on(file.hash));
  EXPECT_FALSE(server_.still_answers_instead());
}

TEST_F(S3, a_redirect_is_not_followed) {
  const auto hash = keep("here");
  const auto there = server_.settings().endpoint + "/files/" + to_hex(hash);
  server_.answer_instead(1, 302, "", there);
  EXPECT_THAT(failure_of([&] { storage().open(hash); }), HasSubstr("302"));
  EXPECT_FALSE(server_.still_answers_instead());
}

TEST_F(S3, an_answer_has_a_bound) {
  const auto hash = keep("x");
  const std::string error(64 * 1024 + 1, 'e');
  server_.answer_instead(1, 400, error);
  EXPECT_THAT(failure_of([&] { storage().open(hash); }), HasSubstr("too long"));
  server_.answer_instead(1, 200, std::string(10 * 1024 * 1024 + 1, 'e'));
  EXPECT_THAT(failure_of([&] { storage().each([](const Digest&) {}); }), HasSubstr("too long"));
}

TEST_F(S3, a_list_that_does_not_say_how_it_goes_on_fails) {
  for (const auto* body :
       {"", "<html></html>",
        "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"}) {
    server_.answer_instead(1, 200, body);
    EXPECT_NE(failure_of([&] { storage().each([](const Digest&) {}); }), "") << body;
  }
}

TEST_F(S3, a_copy_that_fails_late_fails) {
  const auto hash = keep("x");
  server_.answer_instead(1, 200, "  <Error><Code>InternalError</Code></Error>");
  EXPECT_THAT(failure_of([&] { storage().keep_on(hash); }), HasSubstr("InternalError"));
}

TEST_F(S3, an_error_that_is_no_word_is_not_repeated) {
  server_.answer_instead(1, 400, "<Error><Code>a secret\\nin a log</Code></Error>");
  EXPECT_THAT(failure_of([&] { storage().open(Digest{}); }),
              AllOf(HasSubstr("400"), Not(HasSubstr("secret"))));
}

TEST_F(S3, a_server_that_is_down_fails_soon) {
  auto there = storage();
  const auto file = made("x");
  server_.kill();
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_NE(failure_of([&] { there.keep(file.hash, file.path); }), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, soon);
  EXPECT_TRUE(fs::exists(file.path));
  for (const auto& failure : failures_of(there, file))
    EXPECT_THAT(failure, AllOf(HasSubstr("connect"), Not(HasSubstr("S3RVER"))));
}

// s3rver leaves half an object where S3 leaves none. Half a file is never given out.
TEST_F(S3, an_upload_that_breaks_off_fails_and_nothing_half_is_given_out) {
  const auto bytes = letters(50'000'000, 7);
  const auto file = made(bytes);
  const auto object = server_.object(to_hex(file.hash));
  auto there = storage();
  std::jthread killer([&](const std::stop_token& stop) {
    const auto there_are = [&] {
      std::error_code none;
      const auto size = fs::file_size(object, none);
      return none ? 0 : size;
    };
    while (there_are() < 1'000'000 && !stop.stop_requested())
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    server_.kill();
  });
  EXPECT_NE(failure_of([&] { there.keep(file.hash, file.path); }), "");
  killer.request_stop();
  killer.join();
  ASSERT_LT(fs::file_size(object), bytes.size());
  EXPECT_EQ(fs::file_size(file.path), bytes.size());
  server_.start();
  EXPECT_THAT(failure_of([&] { storage().open(file.hash); }), HasSubstr("other bytes"));
  storage().keep(file.hash, file.path);
  EXPECT_EQ(storage().open(file.hash).value().size, static_cast<std::int64_t>(bytes.size()));
}

TEST(S3Settings, what_cannot_be_reached_is_complained_about) {
  const S3Settings right{"https://s3.example:9000/base", "files", "eu-west-2", "key", "hidden"};
  EXPECT_EQ(complaint_about_s3(right), "");
  const auto complains = [&](std::string S3Settings::* part, const std::string& value) {
    auto wrong = right;
    wrong.*part = value;
    const auto complaint = complaint_about_s3(wrong);
    EXPECT_THAT(complaint, Not(HasSubstr("hidden")));
    EXPECT_THROW(S3Storage(wrong, "."), StorageError);
    return !complaint.empty();
  };
  for (const auto* endpoint :
       {"", "s3.example", "ftp://s3.example", "https://", "https://s3.example/",
        "https://user:hidden@s3.example", "https://s3.example?x"})
    EXPECT_TRUE(complains(&S3Settings::endpoint, endpoint)) << endpoint;
  for (const auto* bucket : {"", "a/b", "a b", "a?b"})
    EXPECT_TRUE(complains(&S3Settings::bucket, bucket)) << bucket;
  for (const auto* region : {"", "eu:west", "eu west"})
    EXPECT_TRUE(complains(&S3Settings::region, region)) << region;
  EXPECT_TRUE(complains(&S3Settings::access_key, ""));
  EXPECT_TRUE(complains(&S3Settings::secret_key, ""));
}

}  // namespace
}  // namespace touchstone::files
