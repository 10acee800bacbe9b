#include "platform/sealed.h"

#include <sodium.h>

#include "platform/text.h"

namespace touchstone {

static_assert(sizeof(Digest) == crypto_secretbox_KEYBYTES);

std::string sealed(const Digest& key, std::string_view text) {
  auto out = random_bytes(crypto_secretbox_NONCEBYTES);
  std::string box(text.size() + crypto_secretbox_MACBYTES, '\0');
  crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()), unsigned_bytes(text),
                        text.size(), unsigned_bytes(out), key.data());
  return out + box;
}

std::optional<std::string> unsealed(const Digest& key, std::string_view bytes) {
  constexpr std::size_t least = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (bytes.size() < least) return std::nullopt;
  const auto nonce = bytes.substr(0, crypto_secretbox_NONCEBYTES);
  const auto box = bytes.substr(crypto_secretbox_NONCEBYTES);
  std::string text(bytes.size() - least, '\0');
  if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()), unsigned_bytes(box),
                                 box.size(), unsigned_bytes(nonce), key.data()) != 0)
    return std::nullopt;
  return text;
}

}  // namespace touchstone
