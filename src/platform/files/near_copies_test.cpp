#include "platform/files/near_copies.h"

#include <fcntl.h>
#include <gtest/gtest.h>

namespace touchstone::files {
namespace {

Digest filled_with(char c) {
  Digest hash{};
  hash.fill(static_cast<unsigned char>(c));
  return hash;
}

OpenFile of_size(std::int64_t size) {
  return {std::make_shared<const Descriptor>(::open("/dev/null", O_RDONLY | O_CLOEXEC)), size};
}

TEST(NearCopies, are_shared_and_the_last_ones_stay) {
  NearCopies copies(100, 1000);
  const auto* const first = copies.add(filled_with('a'), of_size(60)).file.get();
  EXPECT_EQ(copies.find(filled_with('a'))->file.get(), first);
  EXPECT_EQ(copies.find(filled_with('a'))->size, 60);
  copies.add(filled_with('b'), of_size(60));
  EXPECT_FALSE(copies.find(filled_with('a'))) << "the one asked for longest ago goes";
  EXPECT_TRUE(copies.find(filled_with('b')));
}

TEST(NearCopies, one_that_is_read_is_found_though_it_stays_no_longer) {
  NearCopies copies(10, 1000);
  const auto read = copies.add(filled_with('a'), of_size(60));
  EXPECT_EQ(copies.find(filled_with('a'))->file, read.file);
  copies.forget(filled_with('a'));
  EXPECT_FALSE(copies.find(filled_with('a')));
  EXPECT_TRUE(read.file->open());
}

TEST(NearCopies, no_more_may_come_while_too_much_is_read) {
  NearCopies copies(100, 100);
  auto read = std::optional(copies.add(filled_with('a'), of_size(100)));
  EXPECT_THROW(copies.make_room(), StorageError);
  read.reset();
  EXPECT_NO_THROW(copies.make_room()) << "what only stays makes room";
  EXPECT_FALSE(copies.find(filled_with('a')));
}

}  // namespace
}  // namespace touchstone::files
