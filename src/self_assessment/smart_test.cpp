#include "self_assessment/smart.h"

#include <gmock/gmock.h>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

constexpr Date today{2027y / 1 / 19};

// The letters that "coaching", which stands at Bronze, does not meet with these words.
std::vector<std::string_view> unmet(std::string text, std::string level, std::optional<Date> due) {
  const auto result = roll_up(testing::tutoring(), "person", testing::present());
  auto row = *std::ranges::find(result.rows, "coaching", &Row::theme);
  row.level = "bronze";
  std::vector<std::string_view> letters;
  for (const auto& letter : smart({.element = "coaching",
                                   .text = std::move(text),
                                   .level_aimed = std::move(level),
                                   .due_on = due},
                                  testing::tutoring(), row, today))
    if (!letter.met()) letters.push_back(letter.key);
  return letters;
}

constexpr auto good = "Coach two tutees a week, and ask each what changed.";

TEST(Smart, C_21_each_letter_is_a_check_of_its_own) {
  EXPECT_THAT(unmet(good, "silver", today + std::chrono::months(3)), IsEmpty());
  EXPECT_THAT(unmet("Coach two tutees.", "silver", today + std::chrono::months(3)),
              ElementsAre("specific"));
  EXPECT_THAT(unmet("Coach my tutees and ask what changed.", "silver", today),
              ElementsAre("measurable"));
  EXPECT_THAT(unmet("Read two books about coaching this term.", "silver", today),
              ElementsAre("relevant"));
  EXPECT_THAT(unmet(good, "platinum", today), ElementsAre("achievable"));
  EXPECT_THAT(unmet(good, "silver", std::nullopt), ElementsAre("time_bound"));
  EXPECT_THAT(unmet(good, "silver", Date{2028y / 2 / 1}), ElementsAre("time_bound"));
}

TEST(Smart, C_21_the_words_of_the_standard_are_nobodys_own) {
  const auto* offered = testing::tutoring().element("coaching")->descriptor("person", "silver");
  EXPECT_THAT(unmet(offered->short_text, "silver", today), ::testing::Contains("specific"));
}

TEST(Smart, a_target_without_words_is_left_to_the_form) {
  EXPECT_THAT(unmet("", "silver", today), ElementsAre("measurable", "relevant"));
}

}  // namespace
}  // namespace touchstone::self_assessment
