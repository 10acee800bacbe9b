#include "platform/mail/mail.h"

#include "platform/mail/post.h"
#include "platform/sealed.h"

namespace touchstone::mail {
namespace {

std::optional<Post>& the_post() {
  static std::optional<Post> kept;
  return kept;
}

}  // namespace

void set_post(std::optional<Post> post) {
  the_post() = std::move(post);
}

const std::optional<Post>& post() {
  return the_post();
}

bool is_set_up() {
  return the_post().has_value();
}

const std::string& public_url() {
  static const std::string none;
  return the_post() ? the_post()->public_url : none;
}

bool queue(sql::Housekeeping& housekeeping, const Uuid& workspace, const Message& message,
           std::chrono::seconds useful_for) {
  const auto& post = the_post();
  if (!post) return false;
  const auto real = now();
  put_out(housekeeping, {.workspace = workspace,
                         .id = new_uuid(),
                         .message_id = new_message_id(post->from),
                         .recipient = message.to.text(),
                         .subject = message.subject.text(),
                         .sealed_text = sealed(post->key, message.text),
                         .made_at = real,
                         .useful_until = real + useful_for});
  return true;
}

}  // namespace touchstone::mail
