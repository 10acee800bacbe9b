#include "self_assessment/institution_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Institution : public InstitutionWorld {};
INSTANTIATE_ON_BOTH_DATABASES(Institution);

TEST_P(Institution, C_28_nothing_is_shown_before_five_have_finished) {
  tutors_finish(4, "silver");
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("tutors_on_themselves":null)"));
  EXPECT_THAT(page(), HasSubstr("Nothing is shown before five people have finished."));
}

TEST_P(Institution, C_28_five_to_nine_are_counted_and_told_from_when_on_there_is_a_picture) {
  tutors_finish(9, "silver");
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("people":9,"middle":null,"spreads":[])"));
  const std::string words = "Where they stand is shown from ten people on, here and in the rest.";
  EXPECT_THAT(page(), HasSubstr("9 people, as on 19 January 2027. " + words));
  tutors_finish(2, "silver", 9);
  EXPECT_THAT(page(), HasSubstr(words)) << "two more wait for five";
}

TEST_P(Institution, C_28_levels_with_fewer_than_five_are_counted_with_their_neighbours) {
  tutors_finish(5, "bronze");
  tutors_finish(6, "silver", 5);
  show(demo_day);
  EXPECT_THAT(json(),
              HasSubstr(R"("theme":"coaching","middle_half":{"low":"bronze","middle":"silver",)"
                        R"("high":"silver"},"blocks":[{"from":null,"to":"bronze",)"
                        R"("people":5},{"from":"silver","to":"platinum","people":6}])"));
}

TEST_P(Institution, C_28_that_everybody_stands_at_one_level_is_never_said) {
  tutors_finish(11, "silver");
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("people":11)"));
  EXPECT_THAT(json(), Not(HasSubstr(R"("to":)")));
  EXPECT_THAT(page(), HasSubstr("At least half at Silver"));
  EXPECT_THAT(page(), Not(HasSubstr("11 at")));
}

TEST_P(Institution, C_28_the_lowest_and_the_highest_of_a_group_are_never_told) {
  tutors_finish(1, "minimum");
  tutors_finish(9, "silver", 1);
  tutors_finish(1, "gold", 10);
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("middle_half":{"low":"silver","middle":"silver",)"
                                R"("high":"silver"},"blocks":[])"));
}

TEST_P(Institution, C_28_the_nine_of_the_college_are_never_shown_beside_the_eleven) {
  tutors_finish(9, "silver");
  tutors_finish(2, "bronze", 9);
  show(demo_day);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing_team"), 1);
  EXPECT_THAT(page(), HasSubstr("one figure for the whole college"));
}

TEST_P(Institution, C_28_how_many_of_those_asked_have_finished_is_said_of_the_whole_and_never_who) {
  tutors_finish(11, "silver");
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("taking_part":{"asked":13,"finished":11})"));
  EXPECT_THAT(page(), HasSubstr("11 of 13 tutors have finished."));
  EXPECT_THAT(page(grace), Not(HasSubstr("have finished. Asked")));
  tutors_finish(2, "silver", 11);
  EXPECT_THAT(json(), HasSubstr(R"("finished":11})"));
}

TEST_P(Institution, C_28_participation_is_not_said_where_it_would_show_one_who_was_not_asked) {
  tutors_finish(9, "silver");
  auto client = client_of(grace);
  finish_at(client, begin_sheet(client), "silver");
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("people":10)"));
  EXPECT_THAT(json(), HasSubstr(R"("taking_part":null)"));
  EXPECT_THAT(page(), Not(HasSubstr("have finished. Asked")));
}

TEST_P(Institution, C_28_who_left_with_a_sheet_that_counts_was_asked_and_finished) {
  tutors_finish(6, "silver");
  write_in(demo_.eastmere, [&](sql::Write& write) {
    for (const auto* email : {"hannah.sorrell@eastmere.example", "stefan.ilic@eastmere.example"})
      people::disable(write, people::person_by_email(write, demo_.eastmere, email).value().id,
                      demo_day);
  });
  show(demo_day);
  EXPECT_THAT(json(), HasSubstr(R"("taking_part":{"asked":12,"finished":6})"));
}

TEST_P(Institution, C_28_figures_last_a_week_and_wait_for_five_more) {
  tutors_finish(5, "silver");
  show(demo_day);
  tutors_finish(4, "bronze", 5);
  show(next_week);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 1);
  tutors_finish(1, "bronze", 9);
  show(demo_day);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 1);
  show(next_week);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 2);
  EXPECT_THAT(json(), HasSubstr(R"("shown_on":"2027-01-26","people":10,"middle":50)"));
}

TEST_P(Institution, C_28_the_date_of_figures_stands_whether_nobody_or_a_few_came_since) {
  tutors_finish(5, "silver");
  show(demo_day);
  show(next_week);
  EXPECT_THAT(json(), HasSubstr(R"("shown_on":"2027-01-19","people":5)"));
  tutors_finish(1, "silver", 5);
  show(next_week);
  EXPECT_THAT(json(), HasSubstr(R"("shown_on":"2027-01-19","people":5)"));
}

TEST_P(Institution, C_28_a_sheet_put_in_the_bin_stays_what_was_shown_of_it_until_figures_change) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  tutors_finish(4, "silver", 1);
  show(demo_day);
  ASSERT_EQ(client.post_form(sheet + "/bin", {}).status, 303);
  show(next_week);
  EXPECT_THAT(json(), HasSubstr(R"("people":5)"));
}

TEST_P(Institution, C_28_figures_are_looked_at_every_day_whatever_else_was_shown_when) {
  tutors_finish(5, "silver");
  show(plus_days(demo_day, -7));
  tutors_finish(5, "bronze", 5);
  show_figures_everywhere(database());
  EXPECT_THAT(json(), HasSubstr(R"("shown_on":"2027-01-19","people":10)"));
}

TEST_P(Institution, a_showing_keeps_what_changed_since_the_one_before) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  tutors_finish(5, "silver", 1);
  show(demo_day);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing_change"), 6);
  show(next_week);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing_change"), 6);
  tutors_finish(5, "bronze", 6);
  show(plus_days(next_week, 7));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing_change"), 11);
  ASSERT_EQ(client.post_form(sheet + "/bin", {}).status, 303);
  for (int again = 0; again < 5; ++again)
    tutors_finish(1, "gold", 1 + static_cast<std::size_t>(again));
  show(plus_days(next_week, 14));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 3);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing_change WHERE team IS NULL"), 6);
}

TEST_P(Institution, C_28_figures_are_not_shown_of_a_day_that_is_over) {
  tutors_finish(5, "silver");
  std::optional<FiguresToShow> figures;
  read([&](sql::Read& read) {
    const auto workspace = demo_.eastmere.value;
    figures = figures_to_show(read, workspace, counted_voices(read, workspace).at(0), demo_day);
  });
  ASSERT_TRUE(figures);
  tutors_finish(1, "silver", 5);
  bool shown = true;
  write_in(demo_.eastmere, [&](sql::Write& write) { shown = show_figures(write, *figures); });
  EXPECT_FALSE(shown);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM showing"), 0);
  show_figures_everywhere(database());
  EXPECT_THAT(json(), HasSubstr(R"("people":6)"));
}

TEST_P(Institution, whoever_finishes_a_sheet_asks_for_new_figures) {
  tutors_finish(5, "silver");
  jobs::Runner runner(database());
  add_jobs(runner);
  EXPECT_GE(runner.run_due(), 1U);
  EXPECT_THAT(json(), HasSubstr(R"("people":5,"middle":null)"));
}

TEST_P(Institution, C_28_the_finish_page_says_that_levels_count_in_the_spread) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const std::string words = "Your levels count, without your name, in figures for the college";
  EXPECT_THAT(client.get(sheet).body, HasSubstr(words));
  choose(client, sheet, "coaching", "gold");
  EXPECT_THAT(client.get(sheet + "/result").body, HasSubstr(words));
}

TEST_P(Institution, C_29_a_tutor_scores_the_college_too_as_privately_as_themselves) {
  auto client = client_of(hannah);
  const auto own = begin_sheet(client);
  const auto begun =
      client.post_form(institution + "/views", {{"standard", "personal-tutoring@1.0"}});
  EXPECT_EQ(begun.status, 303) << begun.body;
  const std::string sheet(begun.header("location"));
  EXPECT_NE(sheet, own);
  const auto form = client.get(sheet).body;
  EXPECT_THAT(form, HasSubstr("Observers and learners recognise the values in every part"));
  EXPECT_THAT(form, HasSubstr("Choose the level that describes the college best"));
  finish_at(client, sheet, "silver");
  EXPECT_EQ(client_of(priya).get(sheet).status, 404);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment WHERE voice = 'institution' "
                    "AND subject_team IS NOT NULL AND subject_person IS NULL"),
            1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM spread WHERE voice = 'institution' AND people > 0"), 11);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM spread WHERE voice = 'person'"), 0);
}

TEST_P(Institution, C_1_C_10_both_voices_have_their_own_sheet_and_band_table) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "gold");
  const auto begun =
      client.post_form(institution + "/views", {{"standard", "personal-tutoring@1.0"}});
  finish_at(client, std::string(begun.header("location")), "bronze");
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment WHERE overall = 'platinum' AND "
                    "voice = 'person'"),
            1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment WHERE overall = 'silver' AND "
                    "voice = 'institution'"),
            1);
}

TEST_P(Institution, C_29_begun_twice_it_is_one_sheet) {
  auto client = client_of(hannah);
  const auto begin = [&] {
    return std::string(
        client.post_form(institution + "/views", {{"standard", "personal-tutoring@1.0"}})
            .header("location"));
  };
  EXPECT_EQ(begin(), begin());
  EXPECT_EQ(client.post_form(institution + "/views", {{"standard", "none@1"}}).status, 422);
}

TEST_P(Institution, C_29_a_second_view_of_one_term_has_a_name_of_its_own) {
  auto client = client_of(hannah);
  for (int n = 0; n < 3; ++n) {
    const auto begun =
        client.post_form(institution + "/views", {{"standard", "personal-tutoring@1.0"}});
    const std::string sheet(begun.header("location"));
    EXPECT_THAT(client.get(sheet).body, Not(HasSubstr("Not part of my job")));
    finish_at(client, sheet, "silver");
  }
  const auto list = client.get("/eastmere/self-assessments").body;
  for (const auto* name : {">The college, Spring 2027<", ">The college, Spring 2027, 19 January<",
                           ">The college, Spring 2027, 19 January (2)<"})
    EXPECT_THAT(list, HasSubstr(name));
}

TEST_P(Institution, X_9_a_head_is_told_of_parts_and_not_of_one_figure_for_the_college) {
  tutors_finish(11, "silver");
  show(demo_day);
  EXPECT_THAT(page(), HasSubstr("one figure for the whole college"));
  EXPECT_THAT(page(grace), Not(HasSubstr("one figure for the whole college")));
  EXPECT_THAT(page(grace), HasSubstr("A part is shown only where five or more are in it"));
}

TEST_P(Institution, only_tutors_find_a_first_sheet_in_their_work) {
  const std::string first = "Score yourself for the first time";
  EXPECT_THAT(client_of(hannah).get("/eastmere").body, HasSubstr(first));
  EXPECT_THAT(client_of(hannah).get_json("/eastmere").body, HasSubstr(first));
  for (const auto& leader : {margaret, grace, priya, daniel})
    EXPECT_THAT(client_of(leader).get("/eastmere").body, Not(HasSubstr(first))) << leader;
}

TEST_P(Institution, who_is_not_asked_to_score_themselves_is_told_what_they_can_look_at) {
  const std::string look =
      R"(href="/eastmere/institution">The college</a>: what its leaders judge)";
  const std::string unasked = "Nobody waits for it";
  for (const auto& leader : {margaret, grace}) {
    const auto work = client_of(leader).get("/eastmere").body;
    EXPECT_THAT(work, HasSubstr(look)) << leader;
    EXPECT_THAT(work, HasSubstr(unasked)) << leader;
  }
  const auto work = client_of(hannah).get("/eastmere").body;
  EXPECT_THAT(work, Not(HasSubstr(look)));
  EXPECT_THAT(work, Not(HasSubstr(unasked)));
}

TEST_P(Institution, C_28_X_9_only_who_may_see_figures_sees_the_page_and_only_of_their_teams) {
  EXPECT_EQ(client_of(hannah).get(institution).status, 404);
  EXPECT_EQ(client_of(priya).get(institution).status, 200);
  EXPECT_EQ(client_of(grace).get(institution).status, 200);
  std::string root;
  read([&](sql::Read& read) { root = to_text(people::root_team(read, demo_.eastmere)); });
  EXPECT_EQ(client_of(grace).get(institution + "?team=" + root).status, 404);
  EXPECT_EQ(client_of(priya).get(institution + "?team=" + root).status, 200);
}

TEST_P(Institution, C_29_three_views_stand_side_by_side_and_a_gap_is_a_sentence) {
  ASSERT_EQ(client_of(margaret).post_form(judging, judgement("finish")).status, 303);
  for (const auto& each : demo_.people) {
    if (!each.role.starts_with("tutor")) continue;
    auto client = client_of(each.person.email);
    const auto begun =
        client.post_form(institution + "/views", {{"standard", "personal-tutoring@1.0"}});
    finish_at(client, std::string(begun.header("location")), "bronze");
  }
  show(demo_day);
  EXPECT_THAT(page(), HasSubstr("The leaders score the college 60. The tutors’ middle score for it "
                                "is 40: 20 points lower."));
  EXPECT_THAT(page(), Not(HasSubstr("mean")));
}

// The same words, published once more under the next number.
void publish_second_version(sql::Write& write) {
  const auto& box = standard::box();
  const auto tutoring = std::ranges::find_if(box, [](const standard::Pack& pack) {
    return pack.content->address() == "personal-tutoring@1.0";
  });
  auto text = tutoring->canonical;
  const std::string number = R"("version":"1.0")";
  text.replace(text.find(number), number.size(), R"("version":"2.0")");
  const auto pack = standard::read_pack(text);
  ASSERT_TRUE(pack) << pack.error().front().message;
  ASSERT_TRUE(standard::import(write, *pack));
}

TEST_P(Institution, a_new_version_of_the_standard_hides_no_figures_and_is_told_apart) {
  tutors_finish(5, "silver");
  show(demo_day);
  write_in(demo_.eastmere, publish_second_version);
  EXPECT_THAT(json(), Not(HasSubstr(R"("tutors_on_themselves":null)")));
  EXPECT_THAT(page(), HasSubstr("Personal tutoring, version 1.0"));
  EXPECT_THAT(page(), HasSubstr("standard=personal-tutoring@2.0"));
  const auto second = page(priya, "?standard=personal-tutoring@2.0");
  EXPECT_THAT(second, HasSubstr("Nothing is shown before five people have finished."));
  EXPECT_THAT(second, HasSubstr("standard=personal-tutoring@1.0"));
  EXPECT_THAT(client_of(margaret).get(judging).body,
              HasSubstr("Judge the college by Personal tutoring, version 2.0</h1>"));
  const auto choice = client_of(hannah).get("/eastmere/self-assessments").body;
  EXPECT_THAT(choice, HasSubstr("Personal tutoring, version 1.0"));
  EXPECT_THAT(choice, HasSubstr("Personal tutoring, version 2.0"));
}

}  // namespace
}  // namespace touchstone::self_assessment
