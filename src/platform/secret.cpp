#include "platform/secret.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>

#include "platform/id.h"
#include "platform/text.h"

namespace touchstone {
namespace {

constexpr unsigned long long opslimit = 3;
constexpr std::size_t memlimit = 64 * 1024 * 1024;
constexpr auto too_little_memory = "There is not enough memory to hash a password (64 MiB).";

// sodium_init() is cheap to call again, and says so by returning 1.
[[maybe_unused]] const int started = [] {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start.");
  return 0;
}();

Digest keyed(const Digest* key, std::string_view bytes) {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), unsigned_bytes(bytes), bytes.size(),
                     key ? key->data() : nullptr, key ? key->size() : 0);
  return digest;
}

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int descriptor() const { return descriptor_; }
  bool open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

std::runtime_error trouble(const std::filesystem::path& file, std::string_view what) {
  return std::runtime_error("The file of keys " + file.string() + " " + std::string(what));
}

std::string fresh_keys() {
  const auto key_id = to_text(new_uuid());
  return "key_id " + key_id + "\nhistory " + to_hex(random_bytes(32)) + "\nsession " +
         to_hex(random_bytes(32)) + "\n";
}

void sync_folder(const std::filesystem::path& folder) {
  const File handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.open() || ::fsync(handle.descriptor()) != 0) throw trouble(folder, "cannot be kept.");
}

// Written beside and linked into place, so that a crash or a second process never leaves half a
// file or two.
void make(const std::filesystem::path& file) {
  const auto beside = file.string() + "." + to_text(new_uuid());
  {
    const File handle(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    const auto text = fresh_keys();
    const bool kept = handle.open() &&
                      ::write(handle.descriptor(), text.data(), text.size()) ==
                          static_cast<ssize_t>(text.size()) &&
                      ::fsync(handle.descriptor()) == 0;
    if (!kept) {
      ::unlink(beside.c_str());
      throw trouble(file, "cannot be written.");
    }
  }
  const bool linked = ::link(beside.c_str(), file.c_str()) == 0 || errno == EEXIST;
  ::unlink(beside.c_str());
  if (!linked) throw trouble(file, "cannot be written.");
  sync_folder(file.parent_path());
}

std::string text_of(const std::filesystem::path& file) {
  const File handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  struct stat about{};
  if (!handle.open() || ::fstat(handle.descriptor(), &about) != 0)
    throw trouble(file, "cannot be read.");
  if ((about.st_mode & 077) != 0)
    throw trouble(file, "may be read by others; run: chmod 600 on it, and think about new keys.");
  std::string text(4096, '\0');
  const auto length = ::read(handle.descriptor(), text.data(), text.size());
  text.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  return text;
}

std::string_view value_of(const std::filesystem::path& file, std::string_view text,
                          std::string_view name) {
  for (const auto line : split(text, '\n'))
    if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == ' ')
      return line.substr(name.size() + 1);
  throw trouble(file, "is damaged: it has no " + std::string(name) + ". Restore it from a backup.");
}

Digest key_of(const std::filesystem::path& file, std::string_view text, std::string_view name) {
  const auto hex = value_of(file, text, name);
  Digest key{};
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed =
      sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &length, &end);
  if (failed != 0 || length != key.size() || end != hex.data() + hex.size())
    throw trouble(file,
                  "is damaged: " + std::string(name) + " is no key. Restore it from a backup.");
  return key;
}

Keys keys_in(const std::filesystem::path& file) {
  const auto text = text_of(file);
  return {std::string(value_of(file, text, "key_id")), key_of(file, text, "history"),
          key_of(file, text, "session")};
}

}  // namespace

Digest digest_of(std::string_view bytes) {
  return keyed(nullptr, bytes);
}

Digest mac_of(const Digest& key, std::string_view bytes) {
  return keyed(&key, bytes);
}

bool same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string random_bytes(std::size_t n) {
  std::string bytes(n, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string random_token() {
  return to_base64url(random_bytes(32));
}

std::string hash_password(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), opslimit, memlimit,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error(too_little_memory);
  return hash.data();
}

bool password_matches(const std::string& hash, std::string_view password) {
  return hash.size() < crypto_pwhash_STRBYTES && !password.empty() &&
         crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void pretend_to_check_password(std::string_view password) {
  constexpr std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  Digest nobodys{};
  const std::string typed(password);  // never a null pointer, as an empty view may be
  if (crypto_pwhash(nobodys.data(), nobodys.size(), typed.data(), typed.size(), salt.data(),
                    opslimit, memlimit, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error(too_little_memory);
}

Keys load_keys(const std::filesystem::path& data_directory) {
  const auto file = data_directory / "secrets";
  if (!std::filesystem::exists(std::filesystem::symlink_status(file))) make(file);
  auto keys = keys_in(file);
  const auto retired = data_directory / "retired-secrets";
  if (!std::filesystem::is_directory(retired)) return keys;
  for (const auto& old : std::filesystem::directory_iterator(retired)) {
    const auto before = keys_in(old.path());
    keys.retired.emplace(before.key_id, before.history);
  }
  return keys;
}

}  // namespace touchstone
