#include "platform/sealed.h"

#include <gtest/gtest.h>

namespace touchstone {
namespace {

const Digest our_key = digest_of("ours");

TEST(Sealed, opens_with_its_key_and_shows_nothing_without) {
  const std::string text = "the link is https://touchstone.example/sign-in/link/secret";
  const auto box = sealed(our_key, text);
  EXPECT_EQ(unsealed(our_key, box), text);
  EXPECT_EQ(box.find("secret"), box.npos);
  EXPECT_NE(sealed(our_key, text), box);
  EXPECT_EQ(unsealed(digest_of("another"), box), std::nullopt);
  EXPECT_EQ(unsealed(our_key, sealed(our_key, "")), "");
}

TEST(Sealed, does_not_open_when_any_byte_was_changed_or_is_missing) {
  const auto box = sealed(our_key, "text");
  for (std::size_t i = 0; i < box.size(); ++i) {
    auto changed = box;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_EQ(unsealed(our_key, changed), std::nullopt) << i;
    EXPECT_EQ(unsealed(our_key, box.substr(0, i)), std::nullopt) << i;
  }
}

}  // namespace
}  // namespace touchstone
