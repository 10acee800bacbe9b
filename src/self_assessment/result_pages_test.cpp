#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ResultPages : public SheetsWorld {};
INSTANTIATE_ON_BOTH_DATABASES(ResultPages);

TEST_P(ResultPages, C_12_ten_minimums_are_bronze_with_the_plain_sentence) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "minimum");
  const auto page = client.get(sheet + "/result").body;
  EXPECT_THAT(page, HasSubstr("Bronze: 20 of 100 points"));
  EXPECT_THAT(page, HasSubstr("although your lowest theme stands at Minimum standard"));
}

TEST_P(ResultPages, C_17_C_20_offers_the_next_level_as_target_and_counts_what_is_left) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto page = client.get(sheet + "/result").body;
  EXPECT_THAT(page, HasSubstr("10 themes left to Platinum"));
  EXPECT_THAT(page, HasSubstr("no target yet"));
  const auto set = client.post_form(sheet + "/targets/coaching", {{"text", "Ask one colleague."},
                                                                  {"level_aimed", "gold"},
                                                                  {"due_on", "2027-03-19"},
                                                                  {"version", "0"}});
  EXPECT_EQ(set.status, 303) << set.body;
  EXPECT_THAT(client.get(sheet + "/result").body, HasSubstr("your target by 19 March 2027"));
  EXPECT_THAT(client.get("/eastmere").body, HasSubstr("Ask one colleague."));
}

TEST_P(ResultPages, a_wrong_target_is_shown_again_with_what_was_typed) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto page = client.post_form(sheet + "/targets/coaching", {{"text", "Typed with care"},
                                                                   {"level_aimed", "gold"},
                                                                   {"due_on", "30 February"},
                                                                   {"version", "0"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Typed with care"));
  EXPECT_THAT(page.body, HasSubstr("30 February"));
}

TEST_P(ResultPages, a_target_changed_elsewhere_is_not_overwritten_unseen) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto set = [&](const std::string& text, const std::string& version) {
    return client.post_form(sheet + "/targets/coaching",
                            {{"text", text}, {"level_aimed", "gold"}, {"version", version}});
  };
  EXPECT_EQ(set("First words", "0").status, 303);
  const auto clash = set("Second words", "0");
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr("First words"));
  EXPECT_THAT(clash.body, HasSubstr("Second words"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM target WHERE text = 'Second words'"), 0);
}

TEST_P(ResultPages, C_19_compares_with_the_finished_sheet_before) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "silver");
  const auto second = begin_sheet(client);
  EXPECT_THAT(client.get(second).body, HasSubstr("Silver"));
  finish_at(client, second, "gold");
  EXPECT_THAT(client.get(second + "/result").body, HasSubstr("Ten up since Spring 2027"));
  EXPECT_THAT(client.get("/eastmere/self-assessments").body, HasSubstr("Each theme over time"));
}

TEST_P(ResultPages, one_open_sheet_is_enough_pressing_start_twice_goes_on_with_it) {
  auto client = client_of(hannah);
  EXPECT_EQ(begin_sheet(client), begin_sheet(client));
}

TEST_P(ResultPages, a_sheet_goes_to_the_bin_and_comes_back) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  EXPECT_EQ(client.post_form(sheet + "/bin", {}).status, 303);
  EXPECT_THAT(client.get("/eastmere/self-assessments").body, Not(HasSubstr(sheet)));
  EXPECT_THAT(client.get("/eastmere/bin").body, HasSubstr("Spring 2027"));
  EXPECT_EQ(choose(client, sheet, "coaching", "gold").status, 422);
  EXPECT_EQ(client.post_form(sheet + "/restoration", {}).status, 303);
  EXPECT_EQ(choose(client, sheet, "coaching", "gold").status, 200);
}

TEST_P(ResultPages, a_sheet_does_not_come_back_beside_another_open_one) {
  auto client = client_of(hannah);
  const auto first = begin_sheet(client);
  client.post_form(first + "/bin", {});
  begin_sheet(client);
  EXPECT_EQ(client.post_form(first + "/restoration", {}).status, 422);
}

TEST_P(ResultPages, a_finished_sheet_is_opened_again_and_its_trace_stays) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  EXPECT_EQ(client.post_form(sheet + "/reopening", {}).status, 303);
  EXPECT_EQ(choose(client, sheet, "coaching", "gold", 1).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM submission"), 2);
}

TEST_P(ResultPages, C_31_prints_levels_points_and_boxes) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto paper = client.get(sheet + "/paper").body;
  for (const auto* words : {"Score", "Level", "60 of 100", "12 of 20", "6 points", "Platinum"})
    EXPECT_THAT(paper, HasSubstr(words));
}

TEST_P(ResultPages, a_sheet_needs_a_name_and_something_to_score_against) {
  auto client = client_of(hannah);
  const auto unnamed = client.post_form("/eastmere/self-assessments",
                                        {{"standard", "personal-tutoring@1.0"}, {"name", " "}});
  EXPECT_EQ(unnamed.status, 422);
  const auto nothing = client.post_form("/eastmere/self-assessments",
                                        {{"standard", "unheard@9"}, {"name", "Kept words"}});
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, HasSubstr("Kept words"));
}

}  // namespace
}  // namespace touchstone::self_assessment
