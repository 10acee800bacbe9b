#include "self_assessment/common_totals.h"

#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CommonThemes : public SheetsWorld {
 protected:
  CommonThemes() { write_in(demo_.eastmere, standard::publish_demo_copy); }
  static std::string begin_own(http::testing::Client& client, const std::string& standard) {
    const auto begun =
        client.post_form("/eastmere/self-assessments", {{"standard", standard}, {"name", "Later"}});
    return std::string(begun.header("location"));
  }
};
INSTANTIATE_ON_BOTH_DATABASES(CommonThemes);

TEST_P(CommonThemes,
       C_22_C_30_a_sheet_on_ones_own_version_is_compared_over_what_both_versions_have) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "bronze");
  const auto own = begin_own(client, "personal-tutoring-eastmere@1");
  choose(client, own, "coaching", "gold");
  choose(client, own, "tutoring-beside-the-work", "platinum");
  EXPECT_THAT(client.get(own + "/result").body,
              AllOf(HasSubstr("Compared over the 10 themes that both versions have: 40 points in"),
                    HasSubstr("8 now, of 100.")));
  EXPECT_THAT(
      client.get_json(own).body,
      HasSubstr(R"("common":{"themes":10,"before":40,"now":8,"maximum":100,"left_out":1})"));
}

TEST_P(CommonThemes, C_30_a_sheet_on_the_first_version_follows_one_on_ones_own) {
  auto client = client_of(hannah);
  const auto own = begin_own(client, "personal-tutoring-eastmere@1");
  choose(client, own, "tutoring-beside-the-work", "bronze");
  finish_at(client, own, "bronze");
  const auto later = begin_own(client, "personal-tutoring@1.0");
  EXPECT_THAT(client.get(later + "/result").body,
              HasSubstr("Compared over the 10 themes that both versions have: 40 points in"));
}

TEST_P(CommonThemes, sheets_of_the_same_version_are_compared_as_they_are) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "bronze");
  const auto later = begin_own(client, "personal-tutoring@1.0");
  EXPECT_THAT(client.get(later + "/result").body, Not(HasSubstr("Compared over")));
  EXPECT_THAT(client.get_json(later).body, HasSubstr(R"("common":null)"));
}

TEST_P(CommonThemes, a_withdrawn_version_begins_no_sheet_and_finishes_the_one_that_is_open) {
  auto client = client_of(hannah);
  const auto open = begin_sheet(client);
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto tutoring =
        standard::version_at(write, demo_.eastmere.value, "personal-tutoring@1.0");
    standard::withdraw(write, tutoring->id);
  });
  EXPECT_EQ(client.get(open).status, 200);
  finish_at(client, open, "bronze");
  EXPECT_EQ(client.get(open + "/result").status, 200);
  const auto refused = client.post_form("/eastmere/self-assessments",
                                        {{"standard", "personal-tutoring@1.0"}, {"name", "New"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Choose what you want to score yourself against."));
}

}  // namespace touchstone::self_assessment
