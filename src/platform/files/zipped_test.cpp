#include "platform/files/zipped.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/files/files_on_disk_test.h"

namespace touchstone::files {
namespace {

constexpr std::size_t megabyte = std::size_t{1024} * 1024;

class ZippedFiles : public FilesOnDisk {
 protected:
  std::optional<Zipped> of_parts(std::size_t number) {
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i < number; ++i) parts.emplace_back(std::to_string(i), "x");
    return Zipped::open(write(zip_of(parts)));
  }
};

TEST_F(ZippedFiles, of_more_than_2000_parts_are_not_opened) {
  const auto largest = of_parts(2000);
  ASSERT_TRUE(largest);
  EXPECT_EQ(largest->names().size(), 2000U);
  EXPECT_FALSE(of_parts(2001));
}

TEST_F(ZippedFiles, are_unpacked_up_to_200_MB_of_all_parts_together) {
  auto zipped = Zipped::open(
      write(zip_of({{"large.xml", std::string(40 * megabyte, 'x')}, {"small.xml", "<a/>"}})));
  ASSERT_TRUE(zipped);
  for (int times = 0; times < 5; ++times)
    EXPECT_TRUE(zipped->part("large.xml", 40 * megabyte)) << times;
  EXPECT_FALSE(zipped->part("small.xml", megabyte));
}

TEST_F(ZippedFiles, give_no_part_that_is_longer_than_was_asked_for) {
  auto zipped = Zipped::open(write(zip_of({{"a.xml", "12345"}})));
  ASSERT_TRUE(zipped);
  EXPECT_EQ(zipped->part("a.xml", 5), "12345");
  EXPECT_FALSE(zipped->part("a.xml", 4));
  EXPECT_FALSE(zipped->part("b.xml", 5));
}

}  // namespace
}  // namespace touchstone::files
