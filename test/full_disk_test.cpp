#include <gmock/gmock.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>

#include "demo.h"
#include "platform/http/testing.h"
#include "platform/sql/testing.h"
#include "signin/testing.h"
#include "test/program.h"
#include "test/serving.h"

namespace touchstone::testing {
namespace {

namespace fs = std::filesystem;
using http::testing::Client;
using ::testing::HasSubstr;

// A disk of 8 MB that holds the data directory, when this process may mount one.
class SmallDisk {
 public:
  SmallDisk() {
    mounted_ = ::mount("touchstone-test", folder_.path().c_str(), "tmpfs", MS_NOSUID | MS_NODEV,
                       "size=8m,mode=700") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  fs::path data() const { return folder_.path() / "data"; }
  void fill() const {
    std::ofstream ballast(folder_.path() / "ballast", std::ios::binary);
    const std::string piece(4096, 'x');
    while (ballast.write(piece.data(), static_cast<std::streamsize>(piece.size())).flush())
      continue;
  }
  void make_room() const { fs::remove(folder_.path() / "ballast"); }

 private:
  sql::testing::Folder folder_;
  bool mounted_ = false;
};

class FullDisk : public ::testing::Test {
 protected:
  static constexpr auto sheets = "/eastmere/self-assessments";

  void SetUp() override {
    if (!disk_.mounted()) GTEST_SKIP() << "only root may mount a small disk";
    fs::create_directory(disk_.data());
    const auto database = sql::Database::open({.directory = disk_.data(), .url = {}});
    password_ = fill_demo_world(*database, disk_.data()).password;
    token_ = signin::testing::begin_session(*database, "hannah.sorrell@eastmere.example");
    left_open_ = signin::testing::begin_session(*database, "hannah.sorrell@eastmere.example");
    keys_ = database->keys();
  }
  Client signed_in(const Program& program) const { return with_token(program, token_); }
  Client with_token(const Program& program, const std::string& token) const {
    Client client(program.port(), keys_);
    client.cookies[std::string(http::session_cookie(false))] = token;
    return client;
  }
  http::testing::Answer sign_in(Client& client, const std::string& password) const {
    return client.post_form("/sign-in",
                            {{"email", "marcus.bright@eastmere.example"}, {"password", password}});
  }
  static http::testing::Answer begin_sheet(Client& client) {
    return client.post_form(sheets, {{"standard", "personal-tutoring@1.0"}, {"name", "Full"}});
  }
  // What is left of the log's last page may take one more sheet.
  http::testing::Answer refused_on_full_disk(Client& client) const {
    disk_.fill();
    auto refused = begin_sheet(client);
    for (int i = 0; i < 50 && refused.status != 503; ++i) refused = begin_sheet(client);
    return refused;
  }

  SmallDisk disk_;
  std::string password_;
  std::string token_;
  std::string left_open_;  // of a session of the same person elsewhere
  Keys keys_;
};

TEST_F(FullDisk, P3_refuses_saving_with_503_while_reading_and_signing_in_work) {
  const std::vector<std::string> options = {"--data", disk_.data().string()};
  {
    const Program program(serving(options));
    auto client = signed_in(program);
    ASSERT_EQ(client.get(sheets).status, 200);
    const auto refused = refused_on_full_disk(client);
    EXPECT_EQ(refused.status, 503);
    EXPECT_THAT(refused.body, HasSubstr("could not be saved just now"));
    EXPECT_EQ(client.get(sheets).status, 200);

    Client newcomer(program.port(), keys_);
    EXPECT_EQ(sign_in(newcomer, "not the password").status, 422);
    const auto came_in = sign_in(newcomer, password_);
    EXPECT_EQ(came_in.status, 303) << came_in.body;
    EXPECT_EQ(newcomer.get(sheets).status, 200);
    EXPECT_EQ(begin_sheet(newcomer).status, 503);
    disk_.make_room();
    EXPECT_THAT(begin_sheet(newcomer).body, HasSubstr("you can only look"));
    EXPECT_EQ(newcomer.post_form("/sign-out", {}).status, 303);
    EXPECT_EQ(newcomer.get(sheets).status, 303);
  }
  const Program program(serving(options));
  auto client = signed_in(program);
  EXPECT_EQ(begin_sheet(client).status, 303);
  Client newcomer(program.port(), keys_);
  EXPECT_EQ(sign_in(newcomer, password_).status, 303);
  EXPECT_EQ(begin_sheet(newcomer).status, 303);
}

TEST_F(FullDisk, P3_signing_out_ends_a_session_though_nothing_can_be_written) {
  const Program program(serving({"--data", disk_.data().string()}));
  auto client = with_token(program, left_open_);
  EXPECT_EQ(client.get(sheets).status, 200);
  EXPECT_EQ(refused_on_full_disk(client).status, 503);
  const auto signed_out = client.post_form("/sign-out", {});
  EXPECT_EQ(signed_out.status, 303) << signed_out.body;
  EXPECT_EQ(client.cookies[std::string(http::session_cookie(false))], "");
  EXPECT_EQ(with_token(program, left_open_).get(sheets).status, 303);
  EXPECT_EQ(signed_in(program).get(sheets).status, 200);
}

TEST_F(FullDisk, P3_the_program_starts_again_and_people_read_and_sign_in) {
  const std::vector<std::string> options = {"--data", disk_.data().string()};
  {
    const Program program(serving(options));
    auto client = signed_in(program);
    EXPECT_EQ(refused_on_full_disk(client).status, 503);
  }
  disk_.fill();  // what the orderly end has freed
  const Program program(serving(options));
  auto client = signed_in(program);
  EXPECT_EQ(client.get(sheets).status, 200);
  EXPECT_EQ(begin_sheet(client).status, 503);
  Client newcomer(program.port(), keys_);
  EXPECT_EQ(sign_in(newcomer, password_).status, 303);
}

TEST_F(FullDisk, P3_guesses_of_passwords_are_counted_though_nothing_can_be_written) {
  const Program program(serving({"--data", disk_.data().string()}));
  disk_.fill();
  Client guesser(program.port(), keys_);
  int tries = 0;
  while (tries < 40 && sign_in(guesser, "a guess").status == 422) ++tries;
  EXPECT_LT(tries, 40);
  EXPECT_EQ(sign_in(guesser, password_).status, 429);
}

}  // namespace
}  // namespace touchstone::testing
