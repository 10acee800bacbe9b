#include "self_assessment/judgement.h"

#include <gtest/gtest.h>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using testing::first_message;
using testing::tutoring;
using testing::with_points;

Judgement gold_in_core_values() {
  return {.element = "core-values", .state = State::judged, .level = "gold"};
}

TEST(Judgement, C_5_tells_not_judged_below_minimum_and_not_my_job_apart) {
  const auto& scale = tutoring().scales.front();
  Judgement judgement{.element = "core-values"};
  EXPECT_EQ(answer_of(judgement), "");
  EXPECT_FALSE(judgement.answered());
  ASSERT_TRUE(set_answer(judgement, "below_minimum", scale));
  EXPECT_EQ(judgement.state, State::below_minimum);
  EXPECT_TRUE(judgement.answered());
  ASSERT_TRUE(set_answer(judgement, "not_my_job", scale));
  EXPECT_EQ(answer_of(judgement), "not_my_job");
  ASSERT_TRUE(set_answer(judgement, "", scale));
  EXPECT_EQ(judgement.state, State::not_judged);
}

TEST(Judgement, C_6_takes_exactly_one_level_that_the_scale_has) {
  Judgement judgement = gold_in_core_values();
  EXPECT_FALSE(set_answer(judgement, "diamond", tutoring().scales.front()));
  EXPECT_EQ(judgement.level, "gold");
  EXPECT_TRUE(set_answer(judgement, "bronze", tutoring().scales.front()));
  EXPECT_EQ(judgement.level, "bronze");
}

TEST(Judgement, C_7_a_level_needs_nothing_but_one_choice) {
  EXPECT_TRUE(complaints_about(gold_in_core_values(), tutoring(), "person").empty());
}

TEST(Judgement, C_7_refuses_gold_over_an_unticked_silver_and_offers_bronze) {
  auto judgement = gold_in_core_values();
  judgement.unticked = {"silver.target"};
  const auto complaints = complaints_about(judgement, tutoring(), "person");
  ASSERT_EQ(complaints.size(), 1u);
  EXPECT_EQ(complaints.begin()->field, "core-values.level");
  EXPECT_NE(first_message(complaints).find("Bronze is the highest level you hold"),
            std::string::npos);
  EXPECT_EQ(highest_held(judgement, *tutoring().element("core-values"), tutoring().scales.front(),
                         "person"),
            "bronze");
}

TEST(Judgement, C_7_refuses_a_level_of_which_a_statement_itself_is_unticked) {
  auto judgement = gold_in_core_values();
  judgement.unticked = {"gold.observed"};
  EXPECT_FALSE(complaints_about(judgement, tutoring(), "person").empty());
}

TEST(Judgement, C_7_does_not_mind_unticked_statements_above_the_chosen_level) {
  auto judgement = gold_in_core_values();
  judgement.unticked = {"platinum.explain"};
  EXPECT_TRUE(complaints_about(judgement, tutoring(), "person").empty());
}

TEST(Judgement, C_7_holds_no_level_when_a_statement_of_the_lowest_is_unticked) {
  auto judgement = gold_in_core_values();
  judgement.unticked = {"minimum.daily"};
  EXPECT_EQ(highest_held(judgement, *tutoring().element("core-values"), tutoring().scales.front(),
                         "person"),
            "");
  EXPECT_NE(first_message(complaints_about(judgement, tutoring(), "person")).find("Below minimum"),
            std::string::npos);
}

TEST(Judgement, names_an_unticked_statement_that_does_not_exist) {
  auto judgement = gold_in_core_values();
  judgement.unticked = {"silver.invented"};
  EXPECT_EQ(complaints_about(judgement, tutoring(), "person").begin()->field,
            "core-values.unticked");
}

TEST(Judgement, names_an_item_that_does_not_exist) {
  auto judgement = gold_in_core_values();
  judgement.items = {"core-values.invented"};
  EXPECT_EQ(complaints_about(judgement, tutoring(), "person").begin()->field, "core-values.items");
}

TEST(Judgement, a_note_may_be_long_but_not_endless) {
  auto judgement = gold_in_core_values();
  judgement.note = std::string(longest_note, 'x');
  EXPECT_TRUE(complaints_about(judgement, tutoring(), "person").empty());
  judgement.note += 'x';
  EXPECT_EQ(complaints_about(judgement, tutoring(), "person").begin()->field, "core-values.note");
}

TEST(Judgement, C_14_advises_more_than_half_at_minimum_and_all_at_bronze_once_items_are_ticked) {
  const auto& element = *tutoring().element("core-values");
  const auto& scale = tutoring().scales.front();
  auto judgement = gold_in_core_values();
  judgement.level = "minimum";
  EXPECT_EQ(advice_about(judgement, element, scale), "");
  judgement.items = {"core-values.approachable", "core-values.tactful", "core-values.equal"};
  EXPECT_NE(advice_about(judgement, element, scale).find("more than half"), std::string::npos);
  judgement.items.push_back("core-values.ambitious");
  EXPECT_EQ(advice_about(judgement, element, scale), "");
  judgement.level = "bronze";
  EXPECT_NE(advice_about(judgement, element, scale).find("4 of 6"), std::string::npos);
}

TEST(Judgement, C_23_refuses_platinum_in_own_development_while_another_theme_is_lower) {
  auto judgements = with_points({10, 10, 10, 10, 10, 10, 10, 10, 8, 10});
  const auto complaints = complaints_about(judgements, tutoring(), "person");
  ASSERT_EQ(complaints.size(), 1u);
  EXPECT_EQ(complaints.begin()->field, "own-development.level");
  EXPECT_NE(first_message(complaints).find("Measuring impact"), std::string::npos);
  set_answer(judgements[8], "platinum", tutoring().scales.front());
  EXPECT_TRUE(complaints_about(judgements, tutoring(), "person").empty());
}

TEST(Judgement, C_23_is_not_stopped_by_what_is_not_part_of_the_job) {
  auto judgements = with_points({10, 10, 10, 10, 10, 10, 10, 10, 10, 10});
  set_answer(judgements[0], "not_my_job", tutoring().scales.front());
  EXPECT_TRUE(complaints_about(judgements, tutoring(), "person").empty());
}

TEST(Judgement, C_23_refuses_it_while_another_theme_is_not_judged_or_not_there) {
  auto judgements = with_points({10, 10, 10, 10, 10, 10, 10, 10, 10, 10});
  set_answer(judgements[0], "", tutoring().scales.front());
  EXPECT_FALSE(complaints_about(judgements, tutoring(), "person").empty());
  judgements.erase(judgements.begin());
  EXPECT_FALSE(complaints_about(judgements, tutoring(), "person").empty());
}

}  // namespace
}  // namespace touchstone::self_assessment
