#include "self_assessment/institution_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string of_first = "?standard=personal-tutoring@1.0";

class Withdrawn : public InstitutionWorld {
 protected:
  void withdraw() {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      const auto kept = standard::kept_at(write, demo_.eastmere.value, "personal-tutoring@1.0");
      standard::withdraw(write, kept.value().id);
    });
  }

  Id<ScoreSheet> finished_sheet() {
    Id<ScoreSheet> id;
    read([&](sql::Read& read) {
      auto rows = read.rows("SELECT id FROM self_assessment WHERE finished_at IS NOT NULL");
      id = rows.next()->get<Id<ScoreSheet>>(0);
    });
    return id;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Withdrawn);

TEST_P(Withdrawn, versions_still_show_what_the_leaders_judged_by_them) {
  ASSERT_EQ(client_of(margaret).post_form(judging, judgement("finish")).status, 303);
  withdraw();
  EXPECT_THAT(page(priya, of_first), HasSubstr("Seen in Coaching"));
  EXPECT_THAT(page(priya, of_first), HasSubstr("This version is withdrawn"));
  EXPECT_THAT(page(margaret, of_first), Not(HasSubstr(">Judge the college<")));
  EXPECT_THAT(client_of(priya).get_json(institution + of_first).body,
              HasSubstr(R"("leaders":{"total":60)"));
  EXPECT_THAT(page(priya, "?standard=ofsted-fe@2025-11.2"),
              HasSubstr("Personal tutoring, version 1.0 (withdrawn)"));
}

TEST_P(Withdrawn, versions_still_show_the_figures_of_those_who_scored_by_them) {
  tutors_finish(6, "silver");
  show(demo_day);
  withdraw();
  EXPECT_THAT(page(priya, of_first), HasSubstr("6 people, as on 19 January 2027."));
}

TEST_P(Withdrawn, versions_let_leaders_finish_what_they_began_and_begin_nothing) {
  auto client = client_of(margaret);
  ASSERT_EQ(client.post_form(judging, judgement("save")).status, 303);
  withdraw();
  EXPECT_THAT(client.get(judging + of_first).body, HasSubstr("Seen in Coaching"));
  EXPECT_THAT(page(margaret, of_first), HasSubstr(">Judge the college<"));
  EXPECT_EQ(client_of(priya).get(institution + of_first).status, 404) << "nothing to see yet";
  ASSERT_EQ(client.post_form(judging + of_first, judgement("finish", "1")).status, 303);
  EXPECT_THAT(page(priya, of_first), HasSubstr("Seen in Coaching"));
  EXPECT_EQ(client.get(judging + of_first).status, 403);
  auto more = judgement("save");
  more.emplace_back("finished", to_text(finished_sheet()));
  const auto refused = client.post_form(judging + of_first, more);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("nothing is judged by it anew"));
  EXPECT_THAT(refused.body, HasSubstr("Seen in Coaching")) << "what was typed is not lost";
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 1);
}

TEST_P(Withdrawn, versions_by_which_nothing_was_judged_are_not_there) {
  withdraw();
  EXPECT_EQ(client_of(priya).get(institution + of_first).status, 404);
  EXPECT_EQ(client_of(margaret).get(judging + of_first).status, 404);
  EXPECT_EQ(client_of(margaret).post_form(judging + of_first, judgement("save")).status, 404);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 0);
}

}  // namespace
}  // namespace touchstone::self_assessment
