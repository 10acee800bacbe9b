#include "platform/http/file_part.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "platform/http/testing.h"
#include "platform/sql/testing.h"

namespace touchstone::http {
namespace {

using testing::Answer;
using ::testing::HasSubstr;

struct Viewer {};

std::expected<Viewer, Response> any_viewer(sql::Read&, const Request&, Verb) {
  return Viewer{};
}

std::filesystem::path sent_path;

Response send_it(sql::Read&, const Request&, const Viewer&) {
  Response response;
  response.type = "video/mp4";
  attach(response, "film.mp4");
  response.file = {std::make_shared<const Descriptor>(::open(sent_path.c_str(), O_RDONLY)),
                   static_cast<std::int64_t>(std::filesystem::file_size(sent_path)), "tag"};
  return response;
}

// A server with one file of some 3 MB, whose bytes tell where they stand.
class FileAnswer : public ::testing::Test {
 protected:
  FileAnswer() {
    sent_path = folder_.path() / "film";
    for (std::uint32_t i = 0; bytes_.size() < 3'000'001; ++i) bytes_ += std::to_string(i) + " ";
    std::ofstream(sent_path, std::ios::binary) << bytes_;
    routes_.get("/film", may(Verb::visit, any_viewer), send_it);
    running_ = std::make_unique<testing::Running>(routes_, *database_, testing::plain_hooks());
  }
  Answer ask(const std::string& range, const std::string& only_of = {}) {
    testing::Pairs headers{{"Range", range}};
    if (!only_of.empty()) headers.emplace_back("If-Range", only_of);
    return running_->client().get("/film", headers);
  }
  std::string about_range(const Answer& answer) {
    return std::to_string(answer.status) + " " + std::string(answer.header("content-range"));
  }

  sql::testing::Folder folder_;
  sql::testing::FreshDatabase database_{sql::testing::Kind::sqlite};
  std::string bytes_;
  Routes routes_;
  std::unique_ptr<testing::Running> running_;
};

TEST_F(FileAnswer, brings_every_byte) {
  const auto answer = running_->client().get("/film");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "video/mp4");
  EXPECT_EQ(answer.header("accept-ranges"), "bytes");
  EXPECT_EQ(answer.header("etag"), "\"tag\"");
  EXPECT_TRUE(answer.body == bytes_) << answer.body.size() << " of " << bytes_.size();
}

TEST_F(FileAnswer, lets_nothing_in_the_file_run) {
  const auto answer = running_->client().get("/film");
  EXPECT_THAT(std::string(answer.header("content-security-policy")),
              HasSubstr("sandbox; default-src 'none'"));
  EXPECT_THAT(std::string(answer.header("content-disposition")), HasSubstr("attachment"));
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
}

TEST_F(FileAnswer, brings_the_part_that_was_asked_for) {
  const auto size = std::to_string(bytes_.size());
  const auto middle = ask("bytes=1000000-1999999");
  EXPECT_EQ(about_range(middle), "206 bytes 1000000-1999999/" + size);
  EXPECT_TRUE(middle.body == bytes_.substr(1'000'000, 1'000'000));
  EXPECT_EQ(ask("bytes=0-0").body, bytes_.substr(0, 1));
  EXPECT_EQ(ask("bytes=-5").body, bytes_.substr(bytes_.size() - 5));
  EXPECT_EQ(ask("bytes=2999990-").body, bytes_.substr(2'999'990));
  EXPECT_EQ(ask("bytes=2999990-99999999").body, bytes_.substr(2'999'990));
  EXPECT_EQ(ask("bytes=-99999999").body.size(), bytes_.size());
}

TEST_F(FileAnswer, says_where_the_file_ends_to_who_asks_behind_it) {
  const auto behind = ask("bytes=" + std::to_string(bytes_.size()) + "-");
  EXPECT_EQ(about_range(behind), "416 bytes */" + std::to_string(bytes_.size()));
  EXPECT_EQ(behind.body, "");
  EXPECT_EQ(ask("bytes=-0").status, 416);
}

TEST_F(FileAnswer, is_whole_for_what_is_no_range_of_it) {
  for (const auto* range : {"bytes=5-1", "bytes=a-b", "bytes=0-1,5-9", "lines=0-1", "bytes=",
                            "bytes=-", "bytes=1", "bytes=0-99999999999999999999", "bytes=+1-2"})
    EXPECT_EQ(ask(range).status, 200) << range;
}

TEST_F(FileAnswer, goes_on_only_with_the_file_that_was_begun) {
  EXPECT_EQ(ask("bytes=5-9", "\"tag\"").status, 206);
  EXPECT_EQ(ask("bytes=5-9", "\"another\"").status, 200);
  EXPECT_EQ(ask("bytes=5-9", "W/\"tag\"").status, 200) << "a weak tag promises no bytes";
  EXPECT_EQ(ask("bytes=5-9", "Tue, 19 Jan 2027 10:00:00 GMT").status, 200);
}

TEST_F(FileAnswer, is_not_sent_again_to_who_has_it) {
  const auto answer = running_->client().get("/film", {{"If-None-Match", "\"tag\""}});
  EXPECT_EQ(answer.status, 304);
  EXPECT_EQ(answer.body, "");
  const auto head = running_->client().head("/film");
  EXPECT_EQ(head.header("content-length"), std::to_string(bytes_.size()));
  EXPECT_EQ(head.body, "");
}

TEST_F(FileAnswer, ends_early_when_the_file_does) {
  const auto open = std::filesystem::file_size(sent_path);
  Request request;
  Response response;
  response.file = {std::make_shared<const Descriptor>(::open(sent_path.c_str(), O_RDONLY)),
                   static_cast<std::int64_t>(open) + 10, "tag"};
  const auto rest = rest_asked_for(request, response);
  std::size_t got = 0;
  do {
    rest->read_on();
    got += rest->piece.size();
  } while (!rest->piece.empty());
  EXPECT_EQ(got, open);
  EXPECT_EQ(rest->left, 10);
}

}  // namespace
}  // namespace touchstone::http
