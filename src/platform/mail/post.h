#pragma once
#include <optional>

#include "platform/mail/mail.h"

namespace touchstone::mail {

// What set_post() was told.
const std::optional<Post>& post();

}  // namespace touchstone::mail
