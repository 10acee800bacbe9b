#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/secret.h"

// Text that lies in the database and that nobody can read who has only the database.
namespace touchstone {

// Encrypted and authenticated, with a nonce of its own: sealing the same twice gives two results.
std::string sealed(const Digest& key, std::string_view text);
// Empty for what was sealed with another key, or changed.
std::optional<std::string> unsealed(const Digest& key, std::string_view bytes);

}  // namespace touchstone
