#pragma once
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "platform/mail/mail.h"
#include "platform/sql/testing.h"

// For tests of whatever sends mail: a real mail server on this machine. Link platform_mail_testing.
namespace touchstone::mail::testing {

class MailServer {
 public:
  // `options` as testing_smtp.py takes them, which also says who refuses what.
  explicit MailServer(const std::string& options = {});
  ~MailServer();
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  std::string url() const;  // "smtp://127.0.0.1:…"
  // What it took in, headers and text as they came; its own X-From and X-To first.
  std::vector<std::string> mails() const;
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  sql::testing::Folder folder_;
  std::FILE* process_ = nullptr;
  std::string port_;
};

// Mail that goes there, until this ends; without a server it stays in the outbox.
class PostSetUp {
 public:
  explicit PostSetUp(const std::string& smtp_url = "smtp://127.0.0.1:1");
  ~PostSetUp();
  PostSetUp(const PostSetUp&) = delete;
  PostSetUp& operator=(const PostSetUp&) = delete;
};

// A mail in the outbox, opened.
struct Queued {
  std::string to;
  std::string subject;
  std::string text;
};
std::vector<Queued> outbox(sql::Database& database);

}  // namespace touchstone::mail::testing
