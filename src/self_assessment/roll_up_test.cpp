#include "self_assessment/roll_up.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using testing::present;
using testing::tutoring;
using testing::with_points;

RollUp counted(const std::vector<int>& points) {
  return roll_up(tutoring(), "person", with_points(points));
}
std::vector<int> all(int points) {
  return std::vector<int>(10, points);
}

TEST(RollUp, C_2_C_3_has_ten_rows_over_nine_chapters_the_first_with_two) {
  const auto result = counted(all(2));
  ASSERT_EQ(result.rows.size(), 10u);
  EXPECT_EQ(result.maximum, 100);
  ASSERT_EQ(tutoring().areas.size(), 9u);
  EXPECT_EQ(tutoring().areas.front().elements.size(), 2u);
}

TEST(RollUp, C_4_levels_are_worth_two_to_ten_points_in_this_order) {
  std::vector<std::pair<std::string, int>> levels;
  for (const auto& level : tutoring().scales.front().levels)
    levels.emplace_back(level.key, level.points);
  EXPECT_EQ(levels,
            (std::vector<std::pair<std::string, int>>{
                {"minimum", 2}, {"bronze", 4}, {"silver", 6}, {"gold", 8}, {"platinum", 10}}));
}

TEST(RollUp, C_8_gives_a_subtotal_per_printed_page_and_the_total) {
  const auto result = roll_up(tutoring(), "person", present());
  std::vector<std::pair<int, int>> subtotals;
  for (const auto& subtotal : result.subtotals)
    subtotals.emplace_back(subtotal.points, subtotal.maximum);
  EXPECT_EQ(subtotals,
            (std::vector<std::pair<int, int>>{{14, 20}, {12, 20}, {10, 20}, {14, 30}, {4, 10}}));
  EXPECT_EQ(result.total, 54);
}

TEST(RollUp, C_9_bands_begin_at_20_40_60_and_80) {
  EXPECT_EQ(counted({2, 2, 2, 2, 2, 2, 2, 2, 2, 0}).band, "minimum");
  EXPECT_EQ(counted(all(2)).band, "bronze");
  EXPECT_EQ(counted({4, 4, 4, 4, 4, 4, 4, 4, 4, 2}).band, "bronze");
  EXPECT_EQ(counted(all(4)).band, "silver");
  EXPECT_EQ(counted({6, 6, 6, 6, 6, 6, 6, 6, 6, 4}).band, "silver");
  EXPECT_EQ(counted(all(6)).band, "gold");
  EXPECT_EQ(counted(all(8)).band, "platinum");
  EXPECT_EQ(counted(all(0)).band, "minimum");
}

TEST(RollUp, C_5_below_minimum_is_judged_and_counts_nothing) {
  const auto result = counted({2, 2, 2, 2, 2, 2, 2, 2, 2, 0});
  EXPECT_EQ(result.judged, 10);
  EXPECT_EQ(result.total, 18);
  EXPECT_EQ(result.lowest_level, "below_minimum");
}

TEST(RollUp, C_12_has_no_band_and_no_lowest_level_while_a_theme_is_not_judged) {
  auto judgements = present();
  judgements.pop_back();
  const auto result = roll_up(tutoring(), "person", judgements);
  EXPECT_EQ(result.judged, 9);
  EXPECT_FALSE(result.all_answered());
  EXPECT_EQ(result.band, std::nullopt);
  EXPECT_EQ(result.lowest_level, std::nullopt);
}

TEST(RollUp, C_12_C_20_has_no_band_and_one_theme_less_to_go_while_a_theme_is_not_part_of_the_job) {
  auto judgements = present();
  set_answer(judgements[2], "not_my_job", tutoring().scales.front());
  const auto result = roll_up(tutoring(), "person", judgements);
  EXPECT_TRUE(result.all_answered());
  EXPECT_EQ(result.band, std::nullopt);
  EXPECT_EQ(result.below_top, 9);
}

TEST(RollUp, C_12_can_take_the_lowest_row_as_the_overall_level_instead) {
  auto content = tutoring();
  content.scoring.rule = standard::Rule::lowest;
  EXPECT_EQ(roll_up(content, "person", present()).band, "bronze");
  const auto below = with_points({2, 2, 2, 2, 2, 2, 2, 2, 2, 0});
  EXPECT_EQ(roll_up(content, "person", below).band, std::nullopt);
}

// The standard of the box with the lowest row as the overall level, and what its levels are worth.
standard::Content by_lowest(const std::vector<int>& worth) {
  auto content = tutoring();
  content.scoring = {.rule = standard::Rule::lowest};
  for (std::size_t n = 0; n < worth.size(); ++n) content.scales.front().levels[n].points = worth[n];
  return content;
}

TEST(RollUp, C_12_the_lowest_row_is_the_one_lowest_on_its_scale_whatever_its_levels_are_worth) {
  const auto judgements = with_points({10, 2, 4, 6, 8, 10, 10, 10, 10, 10});
  for (const auto& worth : {std::vector{0, 0, 0, 0, 0}, std::vector{5, 4, 3, 2, 1}}) {
    const auto result = roll_up(by_lowest(worth), "person", judgements);
    EXPECT_EQ(result.lowest_level, "minimum");
    EXPECT_EQ(result.band, "minimum");
    EXPECT_FALSE(result.adds_up);
  }
}

TEST(RollUp, C_12_where_the_lowest_row_is_the_overall_level_points_are_told_that_rise) {
  EXPECT_TRUE(roll_up(by_lowest({2, 4, 6, 8, 10}), "person", present()).adds_up);
  EXPECT_FALSE(roll_up(by_lowest({0, 0, 0, 0, 0}), "person", present()).adds_up);
  EXPECT_TRUE(roll_up(by_lowest({0, 0, 0, 0, 0}), "person", present()).gives_level);
}

TEST(RollUp, C_17_offers_the_next_levels_text_below_the_top_and_nothing_at_it) {
  const auto result = counted({8, 10, 0, 2, 2, 2, 2, 2, 2, 2});
  ASSERT_TRUE(result.rows[0].next);
  EXPECT_EQ(result.rows[0].next->level, "platinum");
  EXPECT_EQ(result.rows[0].next->text,
            tutoring().element("core-values")->descriptor("person", "platinum")->short_text);
  EXPECT_FALSE(result.rows[1].next);
  EXPECT_EQ(result.rows[2].next->level, "minimum");
}

TEST(RollUp, C_20_counts_the_themes_left_to_platinum) {
  EXPECT_EQ(counted({10, 10, 8, 2, 2, 2, 2, 2, 2, 2}).below_top, 8);
  EXPECT_EQ(counted(all(8)).below_top, 10);
}

RC_GTEST_PROP(RollUp, total_is_the_sum_of_rows_and_of_subtotals_and_lies_in_its_band, ()) {
  std::vector<int> points;
  for (int i = 0; i < 10; ++i) points.push_back(*rc::gen::inRange(0, 6) * 2);
  const auto result = counted(points);
  RC_ASSERT(result.total == std::accumulate(points.begin(), points.end(), 0));
  int pages = 0;
  for (const auto& subtotal : result.subtotals) pages += subtotal.points;
  RC_ASSERT(pages == result.total);
  int containing = 0;
  for (const auto& band : tutoring().bands("person"))
    if (result.total >= band.from && result.total <= band.to) {
      ++containing;
      RC_ASSERT(result.band == band.level);
    }
  RC_ASSERT(containing == 1);
}

TEST(RollUp, C_11_a_theme_that_is_not_scored_adds_nothing_and_is_nobodys_lowest) {
  auto content = tutoring();
  content.areas.front().elements.front().scored = false;
  auto judgements = with_points(all(6));
  judgements.front() = {
      .element = judgements.front().element, .state = State::judged, .level = "bronze"};
  const auto result = roll_up(content, "person", judgements);
  EXPECT_EQ(result.total, 54);
  EXPECT_EQ(result.maximum, 90);
  EXPECT_EQ(result.subtotals.front().maximum, 10);
  EXPECT_EQ(result.lowest_level, "silver");
  EXPECT_EQ(result.rows.front().points, 0);
}

}  // namespace
}  // namespace touchstone::self_assessment
