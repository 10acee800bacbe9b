#include "self_assessment/explainer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using testing::present;
using testing::spring;
using testing::tutoring;
using testing::with_points;

RollUp counted(const std::vector<Judgement>& judgements) {
  return roll_up(tutoring(), "person", judgements);
}

std::string explained(const std::vector<Judgement>& now) {
  return explain(tutoring(), "person", counted(now), nullptr, "");
}

TEST(Explainer, C_19_says_what_moved_what_is_missing_and_that_three_themes_would_do_it) {
  const auto before = counted(spring());
  EXPECT_EQ(before.total, 46);
  EXPECT_EQ(
      explain(tutoring(), "person", counted(present()), &before, "Spring 2026"),
      "Five up, one down since Spring 2026, six points from Gold: these three themes would do it.");
}

TEST(Explainer, names_the_lowest_themes_first_and_no_more_than_needed) {
  const auto ahead = ahead_of(tutoring(), "person", counted(present()));
  EXPECT_EQ(ahead.level, "gold");
  EXPECT_EQ(ahead.points, 6);
  EXPECT_EQ(ahead.themes,
            (std::vector<std::string>{"key-procedures", "observation", "measuring-impact"}));
}

TEST(Explainer, C_19_counts_a_move_in_levels_and_leaves_out_what_was_not_judged) {
  auto before = spring();
  set_answer(before[0], "", tutoring().scales.front());
  const auto moves = moves_between(tutoring(), counted(before), counted(present()));
  EXPECT_EQ(moves.size(), 9u);
  EXPECT_EQ(moves.front().theme, "core-skills");
  EXPECT_EQ(moves.front().levels, 1);
}

TEST(Explainer, C_12_says_how_many_are_done_while_themes_are_not_judged) {
  auto some = with_points({4, 4, 4, 4});
  EXPECT_EQ(explained(some), "4 of 10 themes done, 16 points so far.");
}

TEST(Explainer, says_nothing_of_moves_before_a_theme_is_judged_again) {
  const auto before = counted(spring());
  EXPECT_EQ(explain(tutoring(), "person", counted({}), &before, "Spring 2026"),
            "0 of 10 themes done, 0 points so far.");
}

TEST(Explainer, says_when_nothing_moved) {
  const auto before = counted(present());
  EXPECT_EQ(explain(tutoring(), "person", counted(present()), &before, "Spring 2026"),
            "No theme has moved since Spring 2026, six points from Gold: these three themes would "
            "do it.");
}

TEST(Explainer, speaks_of_one_theme_and_of_the_top) {
  EXPECT_EQ(explained(with_points({6, 6, 6, 6, 6, 6, 6, 6, 6, 4})),
            "Two points from Gold: this one theme would do it.");
  EXPECT_EQ(explained(with_points({8, 8, 8, 8, 8, 8, 8, 8, 8, 8})),
            "Platinum is the highest overall level.");
}

TEST(Explainer, C_12_ten_minimums_make_bronze_and_a_plain_sentence_says_so) {
  const auto minimums = counted(with_points({2, 2, 2, 2, 2, 2, 2, 2, 2, 2}));
  EXPECT_EQ(minimums.band, "bronze");
  EXPECT_EQ(about_the_bands(tutoring(), minimums),
            "The overall level counts points only: 20 points make Bronze, although every theme "
            "stands at Minimum standard.");
  const auto all_but_one = counted(with_points({4, 2, 2, 2, 2, 2, 2, 2, 2, 2}));
  EXPECT_THAT(about_the_bands(tutoring(), all_but_one),
              ::testing::HasSubstr("although the lowest theme stands at Minimum standard"));
}

TEST(Explainer, C_12_where_the_lowest_level_is_the_overall_one_all_themes_there_must_rise) {
  auto content = tutoring();
  content.scoring.rule = standard::Rule::lowest;
  const auto sentence = [&](const std::vector<int>& points) {
    return explain(content, "person", roll_up(content, "person", with_points(points)), nullptr, "");
  };
  EXPECT_EQ(sentence({10, 10, 10, 10, 10, 10, 10, 10, 2, 2}), "Bronze once two themes are raised.");
  EXPECT_EQ(sentence({10, 10, 10, 10, 10, 10, 10, 10, 10, 8}),
            "Platinum once one theme is raised.");
  EXPECT_EQ(sentence({10, 10, 10, 10, 10, 10, 10, 10, 10, 10}),
            "Platinum is the highest overall level.");
  EXPECT_EQ(sentence({0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), "");
}

TEST(Explainer, C_12_the_way_ahead_goes_by_the_scale_of_what_counts) {
  auto content = tutoring();
  content.scoring = {.rule = standard::Rule::lowest};
  content.scales.insert(content.scales.begin(),
                        {.key = "other", .levels = {{"met", "", "Met", 0}}});
  content.areas.front().elements.front().scored = false;
  const auto now = roll_up(content, "person", with_points({2, 2, 10, 10, 10, 10, 10, 10, 10, 10}));
  const auto ahead = ahead_of(content, "person", now);
  EXPECT_EQ(ahead.level, "bronze");
  EXPECT_EQ(ahead.themes, (std::vector<std::string>{"core-skills"}));
}

TEST(Explainer, C_12_without_points_none_are_told) {
  auto content = tutoring();
  content.scoring = {.rule = standard::Rule::lowest};
  for (auto& level : content.scales.front().levels) level.points = 0;
  const auto some = roll_up(content, "person", with_points({4, 4}));
  EXPECT_EQ(explain(content, "person", some, nullptr, ""), "2 of 10 themes done.");
  const auto below = roll_up(content, "person", with_points({0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
  EXPECT_THAT(why_no_level(below, "your job"), ::testing::HasSubstr("below the lowest level"));
}

TEST(Explainer, C_12_is_silent_when_overall_and_lowest_level_agree_or_are_unknown) {
  EXPECT_EQ(
      about_the_bands(tutoring(), counted(with_points({10, 10, 10, 10, 10, 10, 10, 10, 10, 10}))),
      "");
  EXPECT_EQ(about_the_bands(tutoring(), counted({})), "");
}

}  // namespace
}  // namespace touchstone::self_assessment
