#include "post.h"

#include <fmt/format.h>

#include <stdexcept>

#include "secret_setting.h"

namespace touchstone {
namespace {

std::string smtp_password(const Config& config) {
  return secret_setting(config.smtp_password_file, "TOUCHSTONE_SMTP_PASSWORD",
                        "The password of the mail server");
}

}  // namespace

std::optional<mail::Post> post_of(const Config& config, const Keys& keys) {
  if (config.smtp.empty()) return std::nullopt;
  return mail::Post{.server = {.url = config.smtp,
                               .user = config.smtp_user,
                               .password = config.smtp_user.empty() ? "" : smtp_password(config)},
                    .from = mail::sender_from(config.mail_from).value(),
                    .public_url = config.public_url,
                    .key = mac_of(keys.session, "mail")};
}

doctor::Finding doctor::mail_server(const Config& config) {
  const std::string subject = "mail";
  if (config.smtp.empty())
    return {true, subject,
            "Not set up: people come in by printed links, and nobody can be sent a link.", ""};
  std::string why;
  try {
    const auto post = post_of(config, {});
    const auto problem = mail::why_not_reached(post->server, post->from);
    if (!problem) return {true, subject, fmt::format("{} takes mail from us.", config.smtp), ""};
    why = fmt::format("{} cannot be used: {}", config.smtp, *problem);
  } catch (const std::runtime_error& error) {
    why = error.what();
  }
  return {false, subject, why,
          "Look at --smtp, --smtp-user and the password; mail waits until then."};
}

}  // namespace touchstone
