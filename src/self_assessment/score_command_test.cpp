#include "self_assessment/score_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;

struct Said {
  int status;
  std::string out;
  std::string err;
};
Said score(std::string_view answers, std::string_view subject = "person") {
  std::ostringstream out, err;
  const auto status = score_command(answers, testing::tutoring(), subject, out, err);
  return {status, out.str(), err.str()};
}

constexpr std::string_view answers_of_today =
    R"({"core-values":"gold","core-skills":"silver","boundaries":"silver","key-activities":"silver",)"
    R"("key-procedures":"bronze","coaching":"silver","observation":"bronze",)"
    R"("reflective-practice":"silver","measuring-impact":"bronze","own-development":"bronze"})";

TEST(ScoreCommand, C_8_C_9_says_total_band_lowest_level_and_what_is_left) {
  const auto said = score(answers_of_today);
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(
      said.out,
      HasSubstr(
          R"({"total":54,"band":"silver","so_far":10,"lowest_level":"bronze","below_top":10,"rows":[)"));
  EXPECT_THAT(
      said.out,
      HasSubstr(R"({"theme":"core-values","level":"gold","points":8,"next":{"level":"platinum")"));
}

TEST(ScoreCommand, C_10_an_institution_is_scored_by_its_own_bands) {
  EXPECT_THAT(score(answers_of_today, "institution").out, HasSubstr(R"("band":"silver")"));
}

TEST(ScoreCommand, C_12_missing_and_null_themes_are_not_judged) {
  const auto said = score(R"({"coaching":"gold","observation":null})");
  EXPECT_EQ(said.status, 0);
  EXPECT_THAT(said.out,
              HasSubstr(R"({"total":8,"band":null,"so_far":1,"lowest_level":null,"below_top":10)"));
  EXPECT_THAT(said.out, HasSubstr(R"({"theme":"observation","level":null,"points":0)"));
}

TEST(ScoreCommand, C_23_X_6_refuses_platinum_in_own_development_and_names_the_row) {
  const auto said = score(R"({"own-development":"platinum"})");
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.err, HasSubstr("own-development"));
  EXPECT_EQ(said.out, "");
}

TEST(ScoreCommand, names_the_row_of_a_wrong_level_a_wrong_theme_and_a_theme_twice) {
  EXPECT_THAT(score(R"({"coaching":"diamond"})").err, HasSubstr("coaching"));
  EXPECT_THAT(score(R"({"cooking":"gold"})").err, HasSubstr("cooking"));
  const auto twice = score(R"({"coaching":"gold","coaching":"silver"})");
  EXPECT_EQ(twice.status, 2);
  EXPECT_THAT(twice.err, HasSubstr("coaching"));
}

TEST(ScoreCommand, refuses_what_is_no_json_and_an_unknown_subject) {
  EXPECT_EQ(score("{").status, 2);
  EXPECT_EQ(score("[]").status, 2);
  EXPECT_EQ(score("{}", "team").status, 2);
  EXPECT_THAT(score("{}", "team").err, HasSubstr("institution"));
}

}  // namespace
}  // namespace touchstone::self_assessment
