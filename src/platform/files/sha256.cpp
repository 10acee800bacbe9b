#include "platform/files/sha256.h"

#include <fcntl.h>
#include <sodium.h>

#include <stdexcept>
#include <vector>

namespace touchstone::files {
namespace {

constexpr std::size_t read_at_once = 256 * 1024;  // bytes

}  // namespace

Digest sha256_of(const std::filesystem::path& file) {
  return sha256_of(Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC)));
}

Digest sha256_of(const Descriptor& file) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<unsigned char> bytes(read_at_once);
  off_t at = 0;
  ssize_t got = 0;
  while ((got = ::pread(file.number(), bytes.data(), bytes.size(), at)) > 0) {
    crypto_hash_sha256_update(&state, bytes.data(), static_cast<unsigned long long>(got));
    at += got;
  }
  if (got < 0) throw std::runtime_error("a file cannot be read");
  Digest hash{};
  static_assert(sizeof(Digest) == crypto_hash_sha256_BYTES);
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

std::string to_hex(const Digest& hash) {
  std::string text(2 * hash.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

std::optional<Digest> digest_from_hex(std::string_view text) {
  Digest hash{};
  if (text.size() != 2 * hash.size() ||
      sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, nullptr,
                     nullptr) != 0 ||
      to_hex(hash) != text)
    return std::nullopt;
  return hash;
}

}  // namespace touchstone::files
