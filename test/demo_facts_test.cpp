// What the demo is there to show of score sheets, fact by fact, as its people see it.
#include <set>

#include "test/world.h"

namespace touchstone::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class DemoFacts : public World {
 protected:
  http::testing::Client as(const std::string& email) {
    return client_of({.name = "somebody", .email = email + "@eastmere.example"});
  }
  // The result of the first sheet in somebody's list that has that name and is of that standard.
  std::string result_of(http::testing::Client& client, const std::string& standard) {
    const auto list = client.get_json("/eastmere/self-assessments").body;
    const auto at = list.find(R"("standard":")" + standard);
    EXPECT_NE(at, list.npos) << list;
    const auto id = list.rfind(R"("id":")", at);
    return client.get("/eastmere/self-assessments/" + list.substr(id + 6, 26) + "/result").body;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(DemoFacts);

TEST_P(DemoFacts, C_28_eleven_of_thirteen_tutors_have_finished_as_one_spread_of_eleven) {
  auto client = client_of(quality_manager);
  EXPECT_THAT(client.get("/eastmere/institution").body,
              AllOf(HasSubstr("11 of 13 tutors have finished."), HasSubstr("11 people"),
                    HasSubstr("one figure for the whole college")));
  EXPECT_THAT(
      client.get_json("/eastmere/institution").body,
      AllOf(HasSubstr(R"("taking_part":{"asked":13,"finished":11})"), HasSubstr(R"("people":11)")));
}

TEST_P(DemoFacts, C_29_the_leaders_score_the_college_62_and_its_tutors_48) {
  EXPECT_THAT(client_of(principal).get("/eastmere/institution").body,
              HasSubstr("The leaders score the college 62. The tutors’ middle score for it is 48"));
}

TEST_P(DemoFacts, the_leaders_judge_each_type_of_provision_by_ofsteds_framework) {
  const auto page =
      client_of(principal).get_json("/eastmere/institution?standard=ofsted-fe@2025-11.2").body;
  EXPECT_THAT(client_of(principal).get("/eastmere/institution?standard=ofsted-fe@2025-11.2").body,
              HasSubstr("X Exceptional; or N Not met, M Met."))
      << "each scale has letters of its own";
  EXPECT_THAT(
      page,
      AllOf(
          HasSubstr(
              R"("theme":"curriculum-teaching-and-training@apprenticeships","level":"needs-attention")"),
          HasSubstr(R"("theme":"achievement@adult-learning","level":"strong-standard")"),
          HasSubstr(R"("band":null)")));
}

TEST_P(DemoFacts, C_19_one_tutor_went_from_46_to_54_with_five_up_and_one_down) {
  auto client = client_of(owner);
  const auto list = client.get_json("/eastmere/self-assessments").body;
  EXPECT_THAT(list, AllOf(HasSubstr(R"("total":46)"), HasSubstr(R"("total":54)")));
  const auto at = list.find(R"("total":54)");
  const auto id = list.rfind(R"("id":")", at);
  EXPECT_THAT(client.get("/eastmere/self-assessments/" + list.substr(id + 6, 26) + "/result").body,
              AllOf(HasSubstr("54"), HasSubstr("Silver"), HasSubstr("ive up"), HasSubstr("ne down"),
                    HasSubstr("ix points from Gold")));
}

TEST_P(DemoFacts, C_12_ten_minimums_are_twenty_points_and_bronze_with_a_plain_sentence) {
  auto client = as("marcus.bright");
  EXPECT_THAT(result_of(client, "personal-tutoring@1.0"),
              AllOf(HasSubstr("20"), HasSubstr("Bronze"), HasSubstr("Minimum")));
}

TEST_P(DemoFacts, C_12_a_sheet_that_is_half_done_has_no_band) {
  auto client = as("yvonne.clarke");
  EXPECT_THAT(client.get("/eastmere").body, HasSubstr("5 of 10 done"));
  EXPECT_THAT(client.get_json("/eastmere/self-assessments").body,
              AllOf(HasSubstr(R"("answered":5)"), HasSubstr(R"("band":null)")));
}

TEST_P(DemoFacts, C_30_a_tutor_at_gold_is_compared_over_the_rows_that_both_versions_have) {
  auto client = as("callum.reid");
  EXPECT_THAT(result_of(client, "personal-tutoring-eastmere@1"),
              AllOf(HasSubstr("86 of 110 points"),
                    HasSubstr("Compared over the 10 themes that both versions have: 78 points in "
                              "Autumn 2026, 80 now")));
}

TEST_P(DemoFacts, a_week_later_things_turn_late_for_everybody) {
  auto client = client_of(owner);
  EXPECT_THAT(client.get("/eastmere").body,
              AllOf(HasSubstr("Tuesday 19 January 2027"), HasSubstr("A week later"),
                    Not(HasSubstr("late</strong>"))));
  EXPECT_EQ(client.post_form("/eastmere/clock", {}).status, 303);
  EXPECT_THAT(client_of(other_tutor).get("/eastmere").body, HasSubstr("Tuesday 26 January 2027"));
  EXPECT_EQ(client.post_json("/eastmere/clock", "{}").body, R"({"today":"2027-02-02"})");
  for (int weeks = 0; weeks < 7; ++weeks) client.post_json("/eastmere/clock", "{}");
  EXPECT_THAT(client.get("/eastmere").body, HasSubstr("days late"));
  write(sql::Actor{}, [](sql::Write& write) {
    write.execute("UPDATE workspace SET clock_stands_on = NULL WHERE slug = 'eastmere'");
    write.record({"workspace", {}, "clock_runs", "{}"});
  });
  EXPECT_EQ(client.post_form("/eastmere/clock", {}).status, 404);
  EXPECT_EQ(client.post_json("/eastmere/clock", "{}").status, 404);
}

TEST_P(DemoFacts, a_week_later_what_is_done_daily_waits_to_be_done_at_once) {
  EXPECT_EQ(client_of(owner).post_form("/eastmere/clock", {}).status, 303);
  std::set<std::string> waiting;
  read([&](sql::Read& read) {
    for (const auto& row : read.rows("SELECT kind FROM job WHERE run_at <= ?", now()))
      waiting.insert(row.get<std::string>(0));
  });
  for (const auto* kind : {"mail_digests", "remind_of_targets", "remind_of_trials"})
    EXPECT_TRUE(waiting.contains(kind)) << kind;
}

TEST_P(DemoFacts, C_29_the_page_of_the_college_says_so_when_no_standard_in_use_serves) {
  auto client = client_of(quality_manager);
  for (const auto* each : {"personal-tutoring@1.0", "personal-tutoring-eastmere@1"})
    EXPECT_EQ(
        client.post_form(std::string("/eastmere/standards/") + each + "/withdrawal", {}).status,
        303);
  const auto page = client.get("/eastmere/institution");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("There is nothing to judge by at present"));
  EXPECT_EQ(client.get_json("/eastmere/institution").status, 409);
  EXPECT_THAT(client_of(principal).get("/eastmere/institution/judgement").body,
              HasSubstr("There is nothing to judge by at present"));
  EXPECT_EQ(client_of(owner).get("/eastmere/institution").status, 404);
}

}  // namespace
}  // namespace touchstone::testing
