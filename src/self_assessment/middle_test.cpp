#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "self_assessment/counts.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::ElementsAre;

// Somebody who knows four of the answers, or made them, and reads where the middle stands.
using Levels = std::vector<std::int64_t>;

// Every way in which so many people stand at three levels.
std::vector<Levels> every_standing(std::int64_t people) {
  std::vector<Levels> all;
  for (std::int64_t low = 0; low <= people; ++low)
    for (std::int64_t middle = 0; low + middle <= people; ++middle)
      all.push_back({low, middle, people - low - middle});
  return all;
}

Levels together(const Levels& some, const Levels& others) {
  Levels all;
  std::ranges::transform(some, others, std::back_inserter(all), std::plus());
  return all;
}

bool all_at_one_level(const Levels& people) {
  return std::ranges::count(people, 0) == std::ssize(people) - 1;
}

// What is seen of a whole and its only part; nobody sees anything where it is not shown.
using Seen = std::pair<std::optional<Middle>, std::optional<Middle>>;
Seen seen_of(const Levels& rest, const Levels& part) {
  const auto sum = [](const Levels& people) {
    return std::accumulate(people.begin(), people.end(), std::int64_t{0});
  };
  const auto shows = groups_with_middle({{}, {0}}, {sum(rest), sum(part)});
  return {shows[0] ? std::optional(middle_of(together(rest, part))) : std::nullopt,
          shows[1] ? std::optional(middle_of(part)) : std::nullopt};
}

// In how many ways so many people may stand, seen from outside.
struct MayStand {
  std::set<Levels> ways{};
  bool is_told() const { return ways.size() == 1 && all_at_one_level(*ways.begin()); }
};

// Four known answers are in a group of `people`, beside `others` who are in the part or the rest.
// How few people's level can be told; 0 for nobody's, whatever is seen.
std::int64_t fewest_told(std::int64_t people, std::int64_t others, bool in_part) {
  std::int64_t fewest = 0;
  for (const auto& known : every_standing(4)) {
    std::map<Seen, std::pair<MayStand, MayStand>> may_be;
    for (const auto& unknown : every_standing(people - 4))
      for (const auto& other : every_standing(others)) {
        const auto group = together(known, unknown);
        auto& ways = may_be[in_part ? seen_of(other, group) : seen_of(group, other)];
        ways.first.ways.insert(unknown);
        ways.second.ways.insert(other);
      }
    for (const auto& [seen, ways] : may_be) {
      const auto told =
          (ways.first.is_told() ? people - 4 : 0) + (ways.second.is_told() ? others : 0);
      if (told > 0) fewest = fewest == 0 ? told : std::min(fewest, told);
    }
  }
  return fewest;
}

TEST(Middle, C_28_who_knows_four_answers_reads_the_level_of_fewer_than_five_from_no_middle) {
  for (std::int64_t people = 5; people <= 14; ++people) {
    const auto told = fewest_told(people, 0, false);
    EXPECT_TRUE(told == 0 || told >= fewest_people) << people << " tell of " << told;
  }
}

TEST(Middle, C_28_nor_from_the_middle_of_a_whole_beside_that_of_a_part) {
  for (const std::int64_t people : {5, 8, 10})
    for (const bool in_part : {false, true}) {
      const auto told = fewest_told(people, 10, in_part);
      EXPECT_TRUE(told == 0 || told >= fewest_people) << people << " tell of " << told;
    }
}

TEST(Middle, C_28_the_middle_is_shown_from_ten_people_on_and_of_the_whole_first) {
  const std::vector<Group> tree{{}, {0}, {0}, {0}};
  EXPECT_THAT(groups_with_middle(tree, {9, 0, 0, 0}), ElementsAre(false, false, false, false));
  EXPECT_THAT(groups_with_middle(tree, {0, 5, 5, 0}), ElementsAre(true, false, false, false));
  EXPECT_THAT(groups_with_middle(tree, {5, 10, 0, 0}), ElementsAre(true, false, false, false));
  EXPECT_THAT(groups_with_middle(tree, {10, 10, 0, 0}), ElementsAre(true, true, false, false));
  EXPECT_THAT(groups_with_middle(tree, {0, 10, 11, 9}), ElementsAre(true, true, false, false));
}

}  // namespace
}  // namespace touchstone::self_assessment
