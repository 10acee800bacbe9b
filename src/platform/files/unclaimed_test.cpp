#include "platform/files/unclaimed.h"

#include <gtest/gtest.h>

#include "platform/files/sha256.h"

namespace touchstone::files {
namespace {

Digest hash_of(char c) {
  Digest hash{};
  hash.fill(static_cast<unsigned char>(c));
  return hash;
}

TEST(Unclaimed, what_waits_takes_room_of_its_own_organisation_and_the_same_bytes_once) {
  Unclaimed unclaimed;
  const auto one = new_uuid();
  const auto other = new_uuid();
  const auto at = now();
  EXPECT_TRUE(unclaimed.add(one, hash_of('a'), 60, 100, at));
  EXPECT_TRUE(unclaimed.add(one, hash_of('a'), 60, 100, at));
  EXPECT_EQ(unclaimed.bytes(one, at), 60);
  EXPECT_FALSE(unclaimed.add(one, hash_of('b'), 41, 100, at));
  EXPECT_TRUE(unclaimed.add(one, hash_of('b'), 40, 100, at));
  EXPECT_TRUE(unclaimed.add(other, hash_of('b'), 100, 100, at));
  EXPECT_EQ(unclaimed.bytes(one, at), 100);
}

TEST(Unclaimed, what_was_saved_or_tidied_away_takes_none) {
  Unclaimed unclaimed;
  const auto one = new_uuid();
  const auto at = now();
  unclaimed.add(one, hash_of('a'), 60, 100, at);
  unclaimed.add(one, hash_of('b'), 40, 100, at + std::chrono::hours(1));
  unclaimed.forget(one, [](const Digest& hash) { return hash == hash_of('a'); });
  EXPECT_EQ(unclaimed.bytes(one, at + kept_unclaimed), 40);
  EXPECT_EQ(unclaimed.bytes(one, at + kept_unclaimed + std::chrono::hours(2)), 0);
}

}  // namespace
}  // namespace touchstone::files
