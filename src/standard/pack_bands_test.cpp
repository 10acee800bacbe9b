#include "standard/pack_bands.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace touchstone::standard {
namespace {

// Ascending bands over 0 to `most`, cut at random.
std::vector<Band> random_bands(int most) {
  auto cuts = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(1, most + 1));
  std::ranges::sort(cuts);
  std::vector<Band> bands;
  int from = 0;
  for (const auto cut : cuts) {
    bands.push_back({"level", from, cut - 1});
    from = cut;
  }
  bands.push_back({"level", from, most});
  return bands;
}

// How many bands hold each point from 0 to most: what C-11 is about, counted the slow way.
bool each_point_once(const std::vector<Band>& bands, int most) {
  for (int point = 0; point <= most; ++point)
    if (std::ranges::count_if(
            bands, [&](const Band& band) { return band.from <= point && point <= band.to; }) != 1)
      return false;
  return std::ranges::none_of(bands, [&](const Band& band) {
    return band.from < 0 || band.to > most || band.to < band.from;
  });
}

TEST(Bands, C_11_are_taken_when_each_point_has_one) {
  EXPECT_TRUE(rc::check([] {
    const auto most = *rc::gen::inRange(1, 200);
    RC_ASSERT(problems_with(random_bands(most), most).empty());
  }));
}

TEST(Bands, C_11_are_refused_when_a_point_has_none_or_two) {
  EXPECT_TRUE(rc::check([] {
    const auto most = *rc::gen::inRange(1, 60);
    auto bands = random_bands(most);
    auto& band = bands[*rc::gen::inRange<std::size_t>(0, bands.size())];
    auto& end = *rc::gen::arbitrary<bool>() ? band.from : band.to;
    end = std::max(0, end + *rc::gen::inRange(-3, 4));
    RC_ASSERT(problems_with(bands, most).empty() == each_point_once(bands, most));
  }));
}

TEST(Bands, C_11_out_of_order_are_refused) {
  EXPECT_FALSE(problems_with({{"high", 4, 8}, {"low", 0, 3}}, 8).empty());
}

TEST(Bands, C_11_name_the_band_and_the_points) {
  const auto gap = problems_with({{"low", 0, 3}, {"high", 6, 8}}, 8);
  ASSERT_EQ(gap.size(), 1U);
  EXPECT_EQ(gap[0].band, 1U);
  EXPECT_EQ(gap[0].message, "There is a gap: no band has 4 to 5 points.");
}

}  // namespace
}  // namespace touchstone::standard
