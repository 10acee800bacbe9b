#include "post.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "platform/mail/testing.h"

namespace touchstone {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class PostSettings : public ::testing::Test {
 protected:
  PostSettings() { config.mail_from = "Touchstone <touchstone@college.example>"; }

  fs::path password_file(fs::perms perms) {
    const auto file = folder.path() / "password";
    std::ofstream(file) << "a secret\n";
    fs::permissions(file, perms);
    return file;
  }

  sql::testing::Folder folder;
  Config config;
};

TEST_F(PostSettings, are_none_without_a_mail_server) {
  EXPECT_FALSE(post_of(config, {}));
  EXPECT_TRUE(doctor::mail_server(config).sound);
}

TEST_F(PostSettings, take_the_password_from_a_file_of_its_owner_only) {
  config.smtp = "smtp://mail.college.example:587";
  config.smtp_user = "touchstone";
  config.smtp_password_file = password_file(fs::perms::owner_read);
  EXPECT_EQ(post_of(config, {})->server.password, "a secret");
  fs::permissions(config.smtp_password_file, fs::perms::others_read, fs::perm_options::add);
  EXPECT_THROW(post_of(config, {}), std::runtime_error);
  EXPECT_FALSE(doctor::mail_server(config).sound);
  config.smtp_password_file = folder.path() / "missing";
  EXPECT_THROW(post_of(config, {}), std::runtime_error);
}

TEST_F(PostSettings, seal_what_waits_with_a_key_of_their_own) {
  config.smtp = "smtps://mail";
  Keys keys;
  keys.session = digest_of("session");
  const auto post = post_of(config, keys);
  EXPECT_NE(post->key, keys.session);
  EXPECT_EQ(post->key, mac_of(keys.session, "mail"));
}

TEST_F(PostSettings, are_proved_by_the_doctor) {
  const mail::testing::MailServer server;
  config.smtp = server.url();
  EXPECT_TRUE(doctor::mail_server(config).sound);
  config.smtp = "smtp://127.0.0.1:1";
  const auto finding = doctor::mail_server(config);
  EXPECT_FALSE(finding.sound);
  EXPECT_THAT(finding.what, HasSubstr("smtp://127.0.0.1:1 cannot be used"));
  EXPECT_TRUE(server.mails().empty());
}

}  // namespace
}  // namespace touchstone
