#include "self_assessment/fact.h"

#include <gtest/gtest.h>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using namespace std::chrono_literals;

constexpr auto theme = "own-development";

// A person whose last theme stands at that level, beside a spring sheet.
class Facts : public ::testing::Test {
 protected:
  Facts() {
    record_.as_at = 2027y / 1 / 19;
    record_.before = &spring_;
    record_.name_before = "Spring 2026";
  }

  std::string at(std::string_view level) {
    auto judgements = testing::present();
    auto& judgement = judgements.back();
    set_answer(judgement, level, testing::tutoring().scales.front());
    now_ = roll_up(testing::tutoring(), "person", judgements);
    record_.now = &now_;
    return facts_about(judgement, testing::tutoring(), "person", record_);
  }

  RollUp spring_ = roll_up(testing::tutoring(), "person", testing::spring());
  RollUp now_;
  Record record_;
};

TEST_F(Facts, C_21_silver_counts_the_sheets_of_a_year_with_the_one_in_hand) {
  EXPECT_TRUE(
      at("silver").starts_with("Silver asks for 2 score sheets in 12 months; this is number 1."))
      << at("silver");
  record_.sheets = {2026y / 1 / 18};  // a day too long ago
  EXPECT_TRUE(at("silver").starts_with("Silver asks for 2")) << at("silver");
  record_.sheets = {2026y / 1 / 19};
  EXPECT_TRUE(at("silver").starts_with("With this one you have 2 score sheets in 12 months."))
      << at("silver");
}

TEST_F(Facts, C_21_silver_counts_smart_targets_below_the_top) {
  EXPECT_TRUE(at("silver").ends_with(
      "Silver asks for a SMART target in each of the 10 themes below the top; none so far."))
      << at("silver");
  for (const auto& row : now_.rows)
    record_.targets.push_back({.element = row.theme,
                               .text = "Ask two tutees every week what changed for them.",
                               .level_aimed = row.next->level,
                               .due_on = 2027y / 6 / 1});
  EXPECT_TRUE(at("silver").ends_with("Each of the 10 themes below the top has a SMART target."))
      << at("silver");
  record_.targets.front().due_on = std::nullopt;
  EXPECT_TRUE(at("silver").ends_with("10 themes below the top; 9 so far.")) << at("silver");
}

TEST_F(Facts, C_22_gold_looks_for_progress_and_an_adapted_version_and_for_what_silver_asks) {
  const auto gold = at("gold");
  EXPECT_NE(gold.find("Silver asks for 2"), gold.npos) << gold;
  EXPECT_NE(gold.find("6 themes have risen since Spring 2026."), gold.npos) << gold;
  EXPECT_NE(gold.find("Gold asks for a version adapted to your setting; this is the original."),
            gold.npos)
      << gold;
  record_.before = nullptr;
  EXPECT_NE(at("gold").find("Gold asks for progress; there is no score sheet before this one."),
            std::string::npos);
  spring_ = now_;
  record_.before = &spring_;
  EXPECT_NE(at("gold").find("no theme stands higher than in Spring 2026."), std::string::npos);
}

// The standard of the box with its levels worth so many times as much.
standard::Content worth(int times) {
  auto content = testing::tutoring();
  for (auto& level : content.scales.front().levels) level.points *= times;
  return content;
}

TEST_F(Facts,
       C_22_C_30_progress_is_a_higher_level_whatever_levels_were_worth_in_the_version_before) {
  const auto spring = roll_up(worth(2), "person", testing::spring());
  record_.before = &spring;
  EXPECT_NE(at("gold").find("6 themes have risen since Spring 2026."), std::string::npos)
      << at("gold");
  auto same = testing::present();
  set_answer(same.back(), "gold", testing::tutoring().scales.front());
  for (const auto times : {0, 2}) {
    const auto unmoved = roll_up(worth(times), "person", same);
    record_.before = &unmoved;
    EXPECT_NE(at("gold").find("no theme stands higher than in Spring 2026."), std::string::npos)
        << at("gold");
  }
}

TEST_F(Facts, C_22_progress_is_found_where_levels_are_worth_nothing) {
  const auto content = worth(0);
  auto judgements = testing::present();
  set_answer(judgements.back(), "gold", content.scales.front());
  const auto now = roll_up(content, "person", judgements);
  const auto spring = roll_up(content, "person", testing::spring());
  record_.now = &now;
  record_.before = &spring;
  const auto gold = facts_about(judgements.back(), content, "person", record_);
  EXPECT_NE(gold.find("6 themes have risen since Spring 2026."), gold.npos) << gold;
}

TEST_F(Facts, are_not_looked_for_where_a_level_asks_for_none) {
  EXPECT_EQ(at("bronze"), "");
  EXPECT_FALSE(asks_for_facts(testing::present().back(), testing::tutoring(), "person"));
}

}  // namespace
}  // namespace touchstone::self_assessment
