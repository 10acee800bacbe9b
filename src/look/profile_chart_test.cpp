#include "look/profile_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "look/profile_radar.h"

namespace touchstone::look {
namespace {

using testing::HasSubstr;
using testing::Not;

ProfileChart chart() {
  return {.title = "Two up, one down since Spring 2026",
          .name = "Autumn 2026",
          .name_before = "Spring 2026",
          .levels = {{"M", "Minimum", 2}, {"S", "Silver", 6}, {"P", "Platinum", 10}},
          .rows = {{"Core <values>", "Platinum", 10, "Silver", 6},
                   {"Boundaries", "Minimum", 2, "Silver", 6},
                   {"Measuring impact", "Not judged", std::nullopt, "Minimum", 2}}};
}

TEST(ProfileChart, the_picture_has_a_title_and_a_description_that_say_the_same_in_words) {
  const auto page = profile_chart(chart()).text();
  EXPECT_THAT(page, HasSubstr("role=\"img\" aria-labelledby=\"profile-title profile-desc\""));
  EXPECT_THAT(page,
              HasSubstr("<title id=\"profile-title\">Two up, one down since Spring 2026</title>"));
  EXPECT_THAT(page, HasSubstr("Core &lt;values&gt;: Platinum, Silver in Spring 2026."));
}

TEST(ProfileChart, the_table_right_after_holds_every_figure_and_how_it_moved) {
  const auto page = profile_chart(chart()).text();
  EXPECT_LT(page.find("</figure>"), page.find("<table"));
  for (const auto* words : {"▲ Improving", "▼ Declining", "? Not comparable", "Not judged"})
    EXPECT_THAT(page.substr(page.find("<table")), HasSubstr(words));
}

TEST(ProfileChart, bars_are_as_long_as_their_points_with_last_time_behind) {
  const auto page = profile_chart(chart()).text();
  EXPECT_THAT(page, HasSubstr("class=\"ts-chart__bar ts-5\" x=\"0\" y=\"57\" width=\"97.0%\""));
  EXPECT_THAT(page, HasSubstr("class=\"ts-chart__ghost\" x=\"0\" y=\"53\" width=\"58.2%\""));
  EXPECT_THAT(page, HasSubstr(">P Platinum ▲</tspan></text>"));
}

TEST(ProfileChart, a_long_title_stands_in_lines_above_its_bar_and_moves_what_follows) {
  auto long_one = chart();
  long_one.rows[0].title =
      "Provision for learners with high needs: Curriculum, teaching and training";
  const auto page = profile_chart(long_one).text();
  EXPECT_THAT(
      page,
      HasSubstr(R"(y="47" class="ts-chart__name">Provision for learners with high needs:</text>)"));
  EXPECT_THAT(
      page,
      HasSubstr(R"(y="67"><tspan class="ts-chart__name">Curriculum, teaching and training<)"));
  EXPECT_THAT(page, HasSubstr("class=\"ts-chart__bar ts-5\" x=\"0\" y=\"77\""));
  EXPECT_THAT(page, HasSubstr("width=\"100%\" height=\"224\""));
}

TEST(ProfileChart, a_theme_without_points_has_no_bar) {
  auto one = chart();
  one.rows = {{"a", "Not judged"}};
  const auto page = profile_chart(one).text();
  EXPECT_THAT(page, Not(HasSubstr("<rect")));
  EXPECT_THAT(page, HasSubstr(">Not judged</tspan></text>"));
}

TEST(ProfileChart, the_radar_numbers_its_spokes_as_its_list_does) {
  auto radar = chart();
  radar.shape = ProfileShape::radar;
  radar.other_shape = url("/a").with("shape", "bars");
  const auto page = profile_chart(radar).text();
  EXPECT_THAT(page, HasSubstr("class=\"ts-chart__shape\" points=\"170.0,40.0 "));
  EXPECT_THAT(
      page,
      HasSubstr(
          "<ol class=\"ts-chart__list\"><li>Core &lt;values&gt;: <b>Platinum</b> ▲ Improving"));
  EXPECT_THAT(page, HasSubstr("href=\"/a?shape=bars\">Show as bars"));
}

TEST(ProfileChart, two_themes_make_no_radar) {
  auto radar = chart();
  radar.shape = ProfileShape::radar;
  radar.rows.pop_back();
  EXPECT_THAT(profile_chart(radar).text(), Not(HasSubstr("<polygon")));
}

TEST(ProfileChart, direction_is_a_sign_and_a_word) {
  EXPECT_EQ(direction_of({"a", "b", 4, "c", 4}).word, "No change");
  EXPECT_EQ(direction_of({"a", "b", 4}).word, "");
}

}  // namespace
}  // namespace touchstone::look
