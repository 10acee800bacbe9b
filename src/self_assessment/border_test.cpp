#include "self_assessment/institution_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::size_t of_the_college = 7;
constexpr std::size_t of_north = 6;

// Thirteen tutors, six of them and Grace, a head, in North, a team of the college behind a border.
class Borders : public InstitutionWorld {
 protected:
  Borders() {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      const people::Team north{.id = Id<people::Team>::fresh(),
                               .parent = people::root_team(write, demo_.eastmere),
                               .kind = "department",
                               .name = "North",
                               .border = true};
      people::add(write, north);
      north_ = north.id;
    });
    std::size_t n = 0;
    for (const auto& each : demo_.people)
      if (each.person.email == grace || (each.role.starts_with("tutor") && n++ >= of_the_college))
        put_into_north(each.person.id);
  }

  void put_into_north(Id<people::Person> person) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      write.execute("UPDATE person_team SET team = ? WHERE ws = ? AND person = ?", north_,
                    demo_.eastmere, person);
      write.execute("UPDATE role_grant SET team = ? WHERE ws = ? AND person = ?", north_,
                    demo_.eastmere, person);
      write.record({"team", north_.value, "filled", "{}"});
    });
  }

  // As if North had no border, or had one after all, with figures kept as they were.
  void draw_border(bool stands) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      write.execute("UPDATE team SET border = ? WHERE ws = ? AND id = ?", stands ? 1 : 0,
                    demo_.eastmere, north_);
      write.execute("UPDATE team_above SET reaches = ? WHERE ws = ? AND team = ? AND distance > 0",
                    stands ? 0 : 1, demo_.eastmere, north_);
      write.record({"team", north_.value, "bordered", "{}"});
    });
  }

  void college_finishes(std::size_t how_many, const std::string& level = "silver") {
    tutors_finish(how_many, level);
  }
  void north_finishes(std::size_t how_many, const std::string& level = "silver") {
    tutors_finish(how_many, level, of_the_college);
  }

  std::string north_json() {
    return client_of(grace).get_json(institution + "?team=" + to_text(north_)).body;
  }

  Id<people::Team> north_;
};
INSTANTIATE_ON_BOTH_DATABASES(Borders);

TEST_P(Borders, X_9_figures_do_not_count_what_stands_below_one) {
  college_finishes(of_the_college);
  north_finishes(of_north);
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("people":7)"));
  EXPECT_THAT(north_json(), HasSubstr(R"("people":6)"));
  EXPECT_THAT(page(), Not(HasSubstr("North")));
}

TEST_P(Borders, X_9_figures_below_one_are_shown_where_none_are_above) {
  college_finishes(4);
  north_finishes(of_north);
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("tutors_on_themselves":null)"));
  EXPECT_THAT(north_json(), HasSubstr(R"("people":6)"));
}

TEST_P(Borders, X_9_how_many_take_part_is_said_of_those_above_alone) {
  college_finishes(of_the_college);
  north_finishes(of_north);
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("taking_part":{"asked":7,"finished":7})"));
  EXPECT_THAT(north_json(), HasSubstr(R"("taking_part":null)"));
}

TEST_P(Borders, X_9_what_the_leaders_judge_is_not_shown_below_one) {
  ASSERT_EQ(client_of(margaret).post_form(judging, judgement("finish")).status, 303);
  EXPECT_THAT(json(), HasSubstr(R"("leaders":{"total":60)"));
  EXPECT_THAT(north_json(), HasSubstr(R"("leaders":null)"));
  const auto below = page(grace);
  EXPECT_THAT(below, HasSubstr("North"));
  for (const auto* words : {"Seen in Coaching", "60 of 100", "Leaders’ judgement", "Not judged"})
    EXPECT_THAT(below, Not(HasSubstr(words))) << words;
}

TEST_P(Borders, X_9_a_whole_whose_figures_stand_still_holds_up_no_other) {
  college_finishes(of_the_college);
  north_finishes(of_north);
  show(demo_day);
  college_finishes(1, "gold");
  north_finishes(of_north, "gold");
  show(next_week);
  EXPECT_THAT(json(), HasSubstr(R"("shown_on":"2027-01-19","people":7)"));
  EXPECT_THAT(north_json(), HasSubstr(R"("shown_on":"2027-01-26","people":6)"));
}

TEST_P(Borders, X_9_a_team_that_was_closed_counts_for_nobody_across_one) {
  college_finishes(of_the_college);
  north_finishes(of_north);
  write_in(demo_.eastmere, [&](sql::Write& write) {
    write.execute("UPDATE team SET closed_on = '2027-01-18' WHERE ws = ? AND id = ?",
                  demo_.eastmere, north_);
    write.record({"team", north_.value, "closed", "{}"});
  });
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("people":7)"));
}

TEST_P(Borders, C_28_X_9_new_figures_are_compared_with_those_that_still_counted_across_one) {
  draw_border(false);
  college_finishes(of_the_college);
  north_finishes(3);
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("people":10)"));
  draw_border(true);
  show(next_week);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 1) << "three of ten could be told apart";
  college_finishes(5, "gold");
  show(next_week);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 2);
  EXPECT_THAT(json(), HasSubstr(R"("shown_on":"2027-01-26","people":7)"));
}

}  // namespace
}  // namespace touchstone::self_assessment
