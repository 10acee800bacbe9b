#include <thread>

#include "evidence/evidence_world_test.h"
#include "platform/files/s3_storage.h"
#include "platform/files/testing_server.h"

// Files that lie on another machine, which may end at any moment.
namespace touchstone::evidence {
namespace {

class FarStorage : public EvidenceWorld {
 protected:
  FarStorage() {
    storage_ = std::make_shared<files::S3Storage>(server_.settings(), folder_.path());
    running_.reset();
    start({.uploads = folder_.path(),
           .files = files::Place{.storage = storage_, .quota = 100'000'000}});
  }
  static http::testing::Answer send(http::testing::Client& client, const std::string& bytes,
                                    const http::testing::Pairs& headers = {}) {
    return client.post_files("/eastmere/evidence",
                             {{"about_on", "2026-11-12"}, {"title", "Typed with care"}},
                             {{"file", "notes.txt", "text/plain", bytes}}, headers);
  }
  files::testing::S3Server server_;
};
INSTANTIATE_ON_BOTH_DATABASES(FarStorage);

TEST_P(FarStorage, that_is_gone_is_told_with_what_was_typed_and_a_number_to_name) {
  auto client = client_of(hannah);
  server_.kill();
  const auto answer = send(client, "some notes");
  EXPECT_EQ(answer.status, 503);
  EXPECT_THAT(answer.body, HasSubstr("Files cannot be kept just now, so nothing was saved."));
  EXPECT_THAT(answer.body, HasSubstr("Typed with care"));
  EXPECT_THAT(answer.body, HasSubstr("2026-11-12"));
  const std::string id(answer.header("x-request-id"));
  ASSERT_NE(id, "");
  EXPECT_THAT(answer.body, HasSubstr(id));
  const auto told = send(client, "some notes", {{"Accept", "application/json"}});
  EXPECT_EQ(told.status, 503);
  EXPECT_THAT(told.body, HasSubstr(std::string(told.header("x-request-id"))));
  EXPECT_EQ(number("SELECT COUNT(*) FROM evidence"), 0);
}

TEST_P(FarStorage, that_ends_in_the_middle_of_an_upload_leaves_nothing_half) {
  auto client = client_of(hannah);
  for (const int milliseconds : {0, 20, 60, 150}) {
    std::thread killer([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
      server_.kill();
    });
    const std::string bytes(6'000'000 + static_cast<std::size_t>(milliseconds), 'x');
    const auto answer = send(client, bytes);
    killer.join();
    server_.start();
    storage_ = std::make_shared<files::S3Storage>(server_.settings(), folder_.path());
    running_.reset();
    start({.uploads = folder_.path(),
           .files = files::Place{.storage = storage_, .quota = 100'000'000}});
    client = client_of(hannah);
    if (answer.status == 303) {
      EXPECT_EQ(client.get(std::string(answer.header("location")) + "/file").body.size(),
                bytes.size());
    } else {
      EXPECT_EQ(answer.status, 503) << answer.body;
    }
    EXPECT_EQ(
        number("SELECT COUNT(*) FROM evidence WHERE file_size = " + std::to_string(bytes.size())),
        answer.status == 303 ? 1 : 0);
  }
}

TEST_P(FarStorage, is_not_asked_for_what_needs_no_bytes) {
  auto client = client_of(hannah);
  const auto sent = send(client, "some notes");
  ASSERT_EQ(sent.status, 303) << sent.body;
  const auto file = std::string(sent.header("location")) + "/file";
  server_.kill();
  const auto head = client.head(file);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), "10");
  EXPECT_EQ(client.get(file, {{"If-None-Match", std::string(head.header("etag"))}}).status, 304);
  EXPECT_EQ(client.get(file).status, 503);
}

TEST_P(FarStorage, brings_a_file_once_for_those_who_read_on) {
  auto client = client_of(hannah);
  const auto sent = send(client, "some notes");
  const auto file = std::string(sent.header("location")) + "/file";
  EXPECT_EQ(client.get(file, {{"Range", "bytes=0-3"}}).body, "some");
  server_.kill();
  EXPECT_EQ(client.get(file, {{"Range", "bytes=5-"}}).body, "notes");
  EXPECT_EQ(client_of(priya).get(file).body, "some notes");
}

}  // namespace
}  // namespace touchstone::evidence
