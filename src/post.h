#pragma once
#include <optional>

#include "config.h"
#include "doctor.h"
#include "platform/mail/mail.h"
#include "platform/secret.h"

// How this installation sends mail.
namespace touchstone {

// Empty when no mail server is set. Throws std::runtime_error, with a sentence, for a password file
// that cannot be read or that others may read. The password comes from that file, else from the
// environment (TOUCHSTONE_SMTP_PASSWORD).
std::optional<mail::Post> post_of(const Config& config, const Keys& keys);

namespace doctor {
// Whether the mail server answers, takes our password and speaks TLS. Sound where none is set.
// Nothing is sent. Serving does not depend on it.
Finding mail_server(const Config& config);
}  // namespace doctor

}  // namespace touchstone
