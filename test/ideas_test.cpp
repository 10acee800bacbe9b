#include "test/world.h"

namespace touchstone::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Ideas : public World {};
INSTANTIATE_ON_BOTH_DATABASES(Ideas);

TEST_P(Ideas, E_11_what_is_sent_back_waits_in_the_work_of_its_finder_until_it_is_sent_again) {
  auto finder = client_of(owner);
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr("Sent back to you")));
  const auto sent_back =
      client_of(quality_manager)
          .post_form(own_idea() + "/validation",
                     {{"decision", "send_back"}, {"reason", "Too short"}, {"version", "1"}});
  ASSERT_EQ(sent_back.status, 303) << sent_back.body;
  EXPECT_THAT(finder.get("/eastmere").body, HasSubstr("Sent back to you"));
  EXPECT_THAT(client_of(other_tutor).get("/eastmere").body, Not(HasSubstr("Sent back to you")));
  const auto again = finder.post_form(own_idea(), {{"did", "Longer"},
                                                   {"changed", "x"},
                                                   {"place", "y"},
                                                   {"source", "own_teaching"},
                                                   {"version", "2"}});
  ASSERT_EQ(again.status, 303) << again.body;
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr("Sent back to you")));
}

TEST_P(Ideas, what_was_withdrawn_can_be_put_back_from_the_work_of_its_finder_for_a_week) {
  auto finder = client_of(owner);
  ASSERT_EQ(finder.post_form(own_idea() + "/withdrawal", {}).status, 303);
  finder.get(own_idea());
  EXPECT_THAT(finder.get("/eastmere").body, HasSubstr("Withdrawn: "));
  EXPECT_THAT(finder.get("/eastmere").body,
              HasSubstr("You can put it back until 18 February 2027."));
  EXPECT_THAT(client_of(other_tutor).get("/eastmere").body, Not(HasSubstr("Withdrawn: ")));
  write(keeper_of_eastmere(), [](sql::Write& write) {
    write.execute("UPDATE practice SET withdrawn_at = ? WHERE withdrawn_at IS NOT NULL",
                  Moment(std::chrono::sys_days(std::chrono::year(2027) / 1 / 11)));
    write.record({"practice", new_uuid(), "dated", "{}"});
  });
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr("Withdrawn: ")));
}

TEST_P(Ideas, E_11_what_was_validated_lately_is_told_in_the_work_of_its_finder) {
  auto finder = client_of(owner);
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr(own_idea())));
  const auto decided =
      client_of(quality_manager)
          .post_form(own_idea() + "/validation", {{"decision", "agree"}, {"version", "1"}});
  ASSERT_EQ(decided.status, 303) << decided.body;
  EXPECT_THAT(finder.get("/eastmere").body, HasSubstr(own_idea()));
  EXPECT_THAT(client_of(other_tutor).get("/eastmere").body, Not(HasSubstr(own_idea())));
  write(keeper_of_eastmere(), [](sql::Write& write) {
    write.execute("UPDATE practice_decision SET made_on = '2027-01-11'");
    write.record({"practice_decision", new_uuid(), "dated", "{}"});
  });
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr(own_idea())));
}

TEST_P(Ideas, E_11_that_it_was_not_taken_or_put_together_is_told_in_the_work_of_its_finder) {
  auto finder = client_of(owner);
  auto keeper = client_of(quality_manager);
  const auto declined = keeper.post_form(
      own_idea() + "/validation",
      {{"decision", "not_good_practice"}, {"reason", "A fault"}, {"version", "1"}});
  ASSERT_EQ(declined.status, 303) << declined.body;
  EXPECT_THAT(finder.get("/eastmere").body, HasSubstr("Decided about: "));
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr("A fault")));
  EXPECT_THAT(client_of(other_tutor).get("/eastmere").body, Not(HasSubstr("Decided about: ")));
  write(keeper_of_eastmere(), [](sql::Write& write) {
    write.execute("UPDATE practice_decision SET made_on = '2027-01-11'");
    write.record({"practice_decision", new_uuid(), "dated", "{}"});
  });
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr("Decided about: ")));
}

TEST_P(Ideas, E_11_what_everybody_finds_long_after_it_was_validated_is_told_then) {
  auto finder = client_of(owner);
  auto keeper = client_of(quality_manager);
  ASSERT_EQ(keeper.post_form(own_idea() + "/validation", {{"decision", "agree"}, {"version", "1"}})
                .status,
            303);
  write(keeper_of_eastmere(), [](sql::Write& write) {
    write.execute("UPDATE practice_decision SET made_on = '2026-12-01'");
    write.record({"practice_decision", new_uuid(), "dated", "{}"});
  });
  EXPECT_THAT(finder.get("/eastmere").body, Not(HasSubstr("Validated: ")));
  ASSERT_EQ(
      keeper
          .post_form(own_idea() + "/sharings",
                     {{"channel", "blog"}, {"audience", "All tutors"}, {"shared_on", "2026-12-15"}})
          .status,
      303);
  EXPECT_THAT(finder.get("/eastmere").body, HasSubstr("Everybody here finds it now."));
}

}  // namespace
}  // namespace touchstone::testing
