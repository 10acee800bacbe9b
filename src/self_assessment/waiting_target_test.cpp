#include <algorithm>

#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The clock stands at 19 January 2027.
class WaitingTargets : public SheetsWorld {
 protected:
  std::string finished_sheet(http::testing::Client& client, const std::string& level) {
    const auto sheet = begin_sheet(client);
    finish_at(client, sheet, level);
    return sheet;
  }

  void aim(http::testing::Client& client, const std::string& sheet, const std::string& theme,
           const std::string& text = "Aim for coaching") {
    const auto set = client.post_form(
        sheet + "/targets/" + theme,
        {{"text", text}, {"level_aimed", "gold"}, {"due_on", "2027-03-19"}, {"version", "0"}});
    EXPECT_EQ(set.status, 303) << set.body;
  }

  // A standard of its own that has the themes of another.
  void publish_a_stranger() {
    write_in(demo_.eastmere, [](sql::Write& write) {
      auto text = standard::canonical_at(write, write.actor().workspace, "personal-tutoring@1.0");
      const std::string key = R"("standard":"personal-tutoring")";
      ASSERT_TRUE(text && text->find(key) != text->npos) << *text;
      text->replace(text->find(key), key.size(), R"("standard":"something-else")");
      const auto pack = standard::read_pack(*text);
      ASSERT_TRUE(pack) << pack.error().front().message;
      ASSERT_TRUE(standard::import(write, *pack));
    });
  }

  static std::string work(http::testing::Client& client) { return client.get("/eastmere").body; }
};
INSTANTIATE_ON_BOTH_DATABASES(WaitingTargets);

TEST_P(WaitingTargets, C_18_wait_however_many_sheets_come_after) {
  auto client = client_of(hannah);
  aim(client, finished_sheet(client, "silver"), "coaching");
  for (int term = 0; term < 3; ++term) finished_sheet(client, "silver");
  EXPECT_THAT(work(client), HasSubstr("Aim for coaching"));
}

TEST_P(WaitingTargets, C_18_X_6_come_after_the_judgement_in_json_too) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto address = sheet + "/targets/coaching";
  const auto body = R"({"text": "Too soon", "level_aimed": "gold", "version": 0})";
  const auto refused = client.post_json(address, body);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Judge this theme first: a target comes after that."));
  choose(client, sheet, "coaching", "below_minimum");
  EXPECT_EQ(client.post_json(address, body).status, 200);
}

TEST_P(WaitingTargets, C_18_can_be_dropped_where_the_theme_has_no_answer_any_more) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "silver");
  aim(client, sheet, "coaching");
  for (const auto* answer : {"", "not_my_job"}) {
    choose(client, sheet, "coaching", answer, *answer == '\0' ? 1 : 2);
    EXPECT_THAT(work(client), HasSubstr("Aim for coaching"));
    const auto result = client.get(sheet + "/result").body;
    EXPECT_THAT(result, HasSubstr("/targets/coaching/removal")) << answer;
    EXPECT_THAT(result, Not(HasSubstr("Change this target"))) << answer;
  }
  EXPECT_EQ(client.post_form(sheet + "/targets/coaching/removal", {}).status, 303);
  EXPECT_THAT(work(client), Not(HasSubstr("Aim for coaching")));
}

TEST_P(WaitingTargets, C_18_that_were_reached_once_do_not_come_back) {
  auto client = client_of(hannah);
  aim(client, finished_sheet(client, "silver"), "coaching");
  finished_sheet(client, "gold");
  EXPECT_THAT(work(client), Not(HasSubstr("Aim for coaching")));
  choose(client, begin_sheet(client), "coaching", "bronze");
  EXPECT_THAT(work(client), Not(HasSubstr("Aim for coaching")));
}

TEST_P(WaitingTargets, C_18_give_way_to_a_newer_one_for_the_same_theme) {
  auto client = client_of(hannah);
  aim(client, finished_sheet(client, "silver"), "coaching");
  finished_sheet(client, "silver");
  const auto latest = finished_sheet(client, "silver");
  aim(client, latest, "coaching", "A newer aim");
  EXPECT_THAT(work(client), HasSubstr("A newer aim"));
  EXPECT_THAT(work(client), Not(HasSubstr("Aim for coaching")));
}

TEST_P(WaitingTargets, C_18_are_neither_reached_nor_replaced_on_a_standard_of_another_family) {
  auto client = client_of(hannah);
  aim(client, finished_sheet(client, "silver"), "coaching");
  publish_a_stranger();
  const auto begun = client.post_form("/eastmere/self-assessments",
                                      {{"standard", "something-else@1.0"}, {"name", "Else"}});
  ASSERT_EQ(begun.status, 303) << begun.body;
  const std::string other(begun.header("location"));
  choose(client, other, "coaching", "gold");
  EXPECT_THAT(work(client), HasSubstr("Aim for coaching"));
}

}  // namespace
}  // namespace touchstone::self_assessment
