#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "platform/descriptor.h"
#include "platform/secret.h"

namespace touchstone::files {

// Reads the whole file from its beginning, some 300 MB a second. Throws std::runtime_error when it
// cannot.
Digest sha256_of(const std::filesystem::path& file);
Digest sha256_of(const Descriptor& file);

// 64 digits in lower case, and back; empty for anything else.
std::string to_hex(const Digest& hash);
std::optional<Digest> digest_from_hex(std::string_view text);

}  // namespace touchstone::files
