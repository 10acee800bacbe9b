#include "look/level_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::look {
namespace {

using testing::HasSubstr;
using testing::Not;

LevelQuestion core_values() {
  return {
      .key = "core-values",
      .title = "Core values",
      .number = 1,
      .of = 10,
      .levels = {
          {"bronze", "B", "Bronze", 4, "Every value, on purpose.", {{"bronze.every", "Every one"}}},
          {"gold",
           "G",
           "Gold",
           8,
           "Others & learners say so.",
           {{"gold.seen", "Seen by others"}}}}};
}

LevelAnswer gold() {
  return {.save = url("/eastmere/self-assessments/s/judgements/core-values"),
          .version = 3,
          .chosen = "gold",
          .last_time = "bronze",
          .last_time_name = "Spring 2026"};
}

std::string made(const LevelAnswer& answer, const LevelQuestion& question = core_values()) {
  Html out;
  LevelChoice(question).add_to(out, answer);
  return std::move(out).text();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST(LevelChoice, C_6_one_level_is_chosen_and_only_one) {
  const auto page = made(gold());
  EXPECT_EQ(count(page, "type=radio"), 4U);
  EXPECT_THAT(page, HasSubstr("value=\"gold\" checked>"));
  EXPECT_EQ(count(page, "checked"), 3U);  // the level and its two statements
}

TEST(LevelChoice, C_5_three_ways_of_having_no_level_are_told_apart) {
  auto choice = gold();
  choice.chosen = "below_minimum";
  EXPECT_THAT(made(choice), HasSubstr("value=\"below_minimum\" checked"));
  choice.chosen = "not_my_job";
  EXPECT_THAT(made(choice), HasSubstr("value=\"not_my_job\" checked"));
  choice.chosen = "";
  EXPECT_THAT(made(choice), Not(testing::ContainsRegex("radio[^>]*checked")));
}

TEST(LevelChoice, C_7_what_lies_below_is_ticked_before_and_can_be_unticked) {
  auto choice = gold();
  EXPECT_THAT(made(choice),
              HasSubstr("name=\"core-values.holds\" value=\"bronze.every\" checked> Every one"));
  EXPECT_THAT(made(choice), HasSubstr("name=\"core-values.statements\" value=\"1\""));
  EXPECT_THAT(made(choice), Not(HasSubstr("<details open>")));
  const std::vector<std::string> unticked{"bronze.every"};
  choice.unticked = unticked;
  EXPECT_THAT(made(choice), HasSubstr("value=\"bronze.every\"> Every one"));
  EXPECT_THAT(made(choice), HasSubstr("<details open>"));
}

TEST(LevelChoice,
     C_7_a_refused_level_has_its_reason_beside_it_and_the_level_still_held_as_a_button) {
  auto choice = gold();
  choice.complaint = "Gold needs \"Every one\".";
  choice.offered = "bronze";
  const auto page = made(choice);
  EXPECT_THAT(page, HasSubstr("id=\"core-values.level-error\""));
  EXPECT_THAT(page,
              HasSubstr("id=\"core-values.level\" aria-describedby=\"core-values.level-error\""));
  EXPECT_THAT(page, HasSubstr("Gold needs &quot;Every one&quot;."));
  EXPECT_THAT(page,
              HasSubstr("name=\"take\" value=\"core-values.bronze\">Take Bronze instead</button>"));
}

TEST(LevelChoice, the_level_of_last_time_is_marked_where_it_stands) {
  const auto page = made(gold());
  EXPECT_EQ(count(page, "ts-then"), 1U);
  EXPECT_LT(page.find("<b>Bronze"), page.find("Spring 2026"));
  EXPECT_LT(page.find("Spring 2026"), page.find("<b>Gold"));
}

TEST(LevelChoice, an_answer_can_be_taken_back_and_enter_does_not_do_so) {
  const auto page = made(gold());
  EXPECT_THAT(page, HasSubstr("name=\"take\" value=\"core-values.\" aria-label"));
  EXPECT_EQ(page.find("<button"), page.find("<button class=\"govuk-visually-hidden\""));
  auto second = core_values();
  second.number = 2;
  EXPECT_THAT(made(gold(), second), Not(HasSubstr("aria-hidden=\"true\">Save</button>")));
}

TEST(LevelChoice, what_people_typed_stays_text) {
  auto choice = gold();
  choice.note = "</textarea><script>a()</script>";
  auto question = core_values();
  question.title = "<b>";
  const auto page = made(choice, question);
  EXPECT_THAT(page, HasSubstr("&lt;/textarea&gt;&lt;script&gt;"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<b>\"")));
}

TEST(LevelChoice, the_note_says_how_long_it_may_be) {
  auto question = core_values();
  EXPECT_THAT(made(gold(), question), Not(HasSubstr("characters")));
  question.longest_note = 2000;
  const auto page = made(gold(), question);
  EXPECT_THAT(page, HasSubstr("data-maxlength=\"2000\""));
  EXPECT_THAT(page, HasSubstr("id=\"core-values.note-info\">Up to 2000 characters<"));
  EXPECT_THAT(page, HasSubstr("aria-describedby=\"core-values.note-info\""));
}

TEST(LevelChoice, a_note_that_begins_with_an_empty_line_keeps_it) {
  auto choice = gold();
  choice.note = "\nfirst";
  EXPECT_THAT(made(choice), HasSubstr(">\n\nfirst</textarea>"));
}

TEST(LevelChoice, C_5_the_answers_that_are_no_levels_say_what_they_count) {
  const auto page = made(gold());
  EXPECT_THAT(page, HasSubstr("<b>Below minimum</b> <small>0 points</small>"));
  EXPECT_THAT(page, HasSubstr("<b>Not part of my job</b> <small>0 points</small>"));
}

}  // namespace
}  // namespace touchstone::look
