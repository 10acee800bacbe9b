#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace touchstone {

using Digest = std::array<std::uint8_t, 32>;

Digest digest_of(std::string_view bytes);                        // BLAKE2b-256
Digest mac_of(const Digest& key, std::string_view bytes);        // keyed BLAKE2b-256
bool same_secret(std::string_view one, std::string_view other);  // in constant time
std::string random_bytes(std::size_t n);                         // from the operating system
std::string random_token();  // 256 bits as base64url, 43 characters

// argon2id with t = 3 and 64 MiB: 125 ms. The text carries its own salt and parameters.
std::string hash_password(std::string_view password);
bool password_matches(const std::string& hash, std::string_view password);
// As dear as a real check; for accounts that do not exist.
void pretend_to_check_password(std::string_view password);

// The installation's signing keys, in a 0600 file `secrets` of the data directory, made when
// missing. Files of the same form in the folder `retired-secrets` beside it hold those that were
// replaced: they sign nothing more, and what they signed can still be checked.
struct Keys {
  std::string key_id;  // names the current history key, for rotation
  Digest history{};
  Digest session{};
  std::map<std::string, Digest, std::less<>> retired{};  // history keys of before, by their id
};
// Throws std::runtime_error naming a file that cannot be read, or that others may read.
Keys load_keys(const std::filesystem::path& data_directory);

}  // namespace touchstone
