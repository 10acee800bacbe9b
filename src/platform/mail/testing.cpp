#include "platform/mail/testing.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "platform/mail/post.h"
#include "platform/sealed.h"

namespace touchstone::mail::testing {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

MailServer::MailServer(const std::string& options) {
  const auto script = fs::path(TOUCHSTONE_SOURCE) / "src/platform/mail/testing_smtp.py";
  const auto command = fmt::format("exec /usr/bin/python3 '{}' '{}' {}", script.string(),
                                   folder().string(), options);
  process_ = ::popen(command.c_str(), "w");
  for (int tries = 0; tries < 3'000 && !fs::exists(folder() / "port"); ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  port_ = content_of(folder() / "port");
  if (process_ == nullptr || port_.empty())
    throw std::runtime_error(
        "The mail server of the tests does not start: is python3-aiosmtpd "
        "installed?");
}

MailServer::~MailServer() {
  if (process_ != nullptr) ::pclose(process_);
}

std::string MailServer::url() const {
  return "smtp://127.0.0.1:" + port_;
}

std::vector<std::string> MailServer::mails() const {
  std::vector<std::string> mails;
  for (int n = 1;; ++n) {
    const auto file = folder() / fmt::format("{}.eml", n);
    if (!fs::exists(file)) return mails;
    mails.push_back(content_of(file));
  }
}

PostSetUp::PostSetUp(const std::string& smtp_url) {
  set_post(Post{.server = {.url = smtp_url, .patience = std::chrono::seconds(60)},
                .from = sender_from("Touchstone <touchstone@college.example>").value(),
                .key = digest_of("mail")});
}
PostSetUp::~PostSetUp() {
  set_post(std::nullopt);
}

std::vector<Queued> outbox(sql::Database& database) {
  std::vector<Queued> mails;
  database.read([&](sql::Read& read) {
    mails.clear();
    for (const auto& each : all_waiting(read))
      mails.push_back(
          {each.recipient, each.subject, unsealed(post()->key, each.sealed_text).value()});
  });
  return mails;
}

}  // namespace touchstone::mail::testing
