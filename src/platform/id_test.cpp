#include "platform/id.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

#include "platform/date.h"

namespace touchstone {
namespace {

struct Apple {};

Uuid any_uuid(const std::vector<std::uint8_t>& bytes) {
  Uuid uuid;
  std::copy_n(bytes.begin(), uuid.bytes.size(), uuid.bytes.begin());
  return uuid;
}

auto sixteen_bytes() {
  return *rc::gen::container<std::vector<std::uint8_t>>(16, rc::gen::arbitrary<std::uint8_t>());
}

TEST(Id, each_new_one_is_larger_than_the_one_before) {
  auto before = new_uuid();
  for (int i = 0; i < 100'000; ++i) {
    const auto next = new_uuid();
    ASSERT_LT(before, next);
    before = next;
  }
}

TEST(Id, threads_never_get_the_same_one_and_each_sees_them_grow) {
  std::vector<std::vector<Uuid>> made(4);
  std::vector<std::jthread> threads;
  threads.reserve(made.size());
  for (auto& mine : made)
    threads.emplace_back([&mine] {
      for (int i = 0; i < 20'000; ++i) mine.push_back(new_uuid());
    });
  threads.clear();
  std::set<Uuid> all;
  for (const auto& mine : made) {
    EXPECT_TRUE(std::ranges::is_sorted(mine));
    all.insert(mine.begin(), mine.end());
  }
  EXPECT_EQ(all.size(), 80'000U);
}

TEST(Id, carries_version_7_the_variant_and_the_millisecond) {
  const auto before = to_number(now());
  const auto uuid = new_uuid();
  std::int64_t milliseconds = 0;
  for (std::size_t i = 0; i < 6; ++i) milliseconds = milliseconds * 256 + uuid.bytes[i];
  EXPECT_EQ(uuid.bytes[6] >> 4, 7);
  EXPECT_EQ(uuid.bytes[8] >> 6, 2);
  EXPECT_GE(milliseconds, before);
  EXPECT_LE(milliseconds, to_number(now()) + 60'000) << "unless the clock was put back";
}

TEST(Id, is_written_in_crockfords_base32) {
  Uuid uuid;
  EXPECT_EQ(to_text(uuid), "00000000000000000000000000");
  uuid.bytes.fill(0xff);
  EXPECT_EQ(to_text(uuid), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
  uuid = {};
  uuid.bytes[15] = 33;
  EXPECT_EQ(to_text(uuid), "00000000000000000000000011");
}

TEST(Id, refuses_every_other_spelling) {
  for (const auto* text :
       {"", "0000000000000000000000000", "000000000000000000000000000",
        "80000000000000000000000000", "0000000000000000000000000A", "0000000000000000000000000i",
        "0000000000000000000000000-", "0000000000000000000000000l", "0000000000000000000000000u"})
    EXPECT_FALSE(uuid_from_text(text)) << text;
}

TEST(Id, is_of_one_kind_and_reads_its_own_text) {
  const auto apple = Id<Apple>::fresh();
  EXPECT_EQ(Id<Apple>::from_text(to_text(apple)), apple);
  EXPECT_FALSE(apple.empty());
  EXPECT_TRUE(Id<Apple>{}.empty());
}

RC_GTEST_PROP(Id, text_leads_back_to_the_same_id, ()) {
  const auto uuid = any_uuid(sixteen_bytes());
  RC_ASSERT(uuid_from_text(to_text(uuid)) == uuid);
}

RC_GTEST_PROP(Id, text_sorts_as_the_ids_do, ()) {
  const auto one = any_uuid(sixteen_bytes());
  const auto other = any_uuid(sixteen_bytes());
  RC_ASSERT((to_text(one) < to_text(other)) == (one < other));
}

}  // namespace
}  // namespace touchstone
