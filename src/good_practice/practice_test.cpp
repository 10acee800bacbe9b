#include "good_practice/practice.h"

#include <gtest/gtest.h>

#include "good_practice/decision.h"
#include "good_practice/digest.h"
#include "good_practice/gate_proof.h"
#include "good_practice/record_form.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

Practice complete() {
  Practice practice;
  practice.did = "We begin with what they know. Then we go on.";
  practice.changed = "More of them speak.";
  practice.place = "Maths, Tuesday";
  return practice;
}

TEST(Practice, E_2_asks_three_questions_and_no_more) {
  EXPECT_TRUE(complaints_about(complete()).empty());
  for (auto field : {&Practice::did, &Practice::changed, &Practice::place}) {
    auto practice = complete();
    (practice.*field).clear();
    EXPECT_EQ(complaints_about(practice).size(), 1U);
  }
}

TEST(Practice, takes_web_addresses_only) {
  auto practice = complete();
  practice.links = "https://example.org/a\n\n http://example.org/b ";
  EXPECT_TRUE(complaints_about_links(practice).empty());
  EXPECT_EQ(links_of(practice).size(), 2U);
  for (const auto* link : {"javascript:alert(1)", "example.org", "data:text/html,x"}) {
    practice.links = link;
    EXPECT_FALSE(complaints_about_links(practice).empty()) << link;
  }
}

TEST(Practice, takes_links_without_the_scheme_that_nobody_types) {
  auto practice = complete();
  practice.links = links_with_schemes("www.example.org/a\nhttp://example.org/b");
  EXPECT_EQ(practice.links, "https://www.example.org/a\nhttp://example.org/b");
  EXPECT_TRUE(complaints_about_links(practice).empty());
  EXPECT_EQ(links_with_schemes(""), "");
}

TEST(Practice, is_called_by_its_first_sentence) {
  EXPECT_EQ(title_from("We begin with what they know. Then we go on."),
            "We begin with what they know");
  EXPECT_EQ(title_from("One line\nand another"), "One line");
  EXPECT_EQ(title_from("A whole sentence."), "A whole sentence");
  const auto cut = title_from(std::string(60, 'a') + " " + std::string(60, 'b'));
  EXPECT_EQ(cut, std::string(60, 'a') + "…");
  EXPECT_EQ(characters(title_from(std::string(300, 'c'))), 90U);
  EXPECT_EQ(title_from(std::string(90, 'd')), std::string(90, 'd'));
  EXPECT_EQ(title_from(" " + std::string(300, 'e')), std::string(89, 'e') + "…");
}

TEST(Practice, a_sentence_without_an_end_is_cut_in_one_pass) {
  const auto endless = std::string(1'000'000, 'f');
  EXPECT_EQ(title_from(endless), std::string(89, 'f') + "…");
  std::string accents;
  for (int i = 0; i < 500'000; ++i) accents += "é";
  EXPECT_EQ(characters(title_from(accents)), 90U);
}

TEST(Practice, E_11_belongs_to_the_tutor_or_else_to_its_finder) {
  auto practice = complete();
  practice.finder = Id<people::Person>::fresh();
  EXPECT_EQ(owner_of(practice), practice.finder);
  practice.tutor = Id<people::Person>::fresh();
  EXPECT_EQ(owner_of(practice), practice.tutor);
}

TEST(Practice, E_9_is_listed_only_when_it_was_validated) {
  auto practice = complete();
  practice.listed = true;
  for (const auto state :
       {State::waiting, State::returned, State::not_good_practice, State::merged}) {
    practice.state = state;
    EXPECT_FALSE(is_validated(practice));
    EXPECT_FALSE(is_listed(practice));
  }
  practice.state = State::valid;
  EXPECT_TRUE(is_listed(practice));
  practice.listed = false;
  EXPECT_TRUE(is_validated(practice));
  EXPECT_FALSE(is_listed(practice));
}

TEST(Practice, E_3_has_come_no_further_than_the_gate) {
  EXPECT_EQ(stage_of({.sharings = 2, .trials = 1, .impacts = 1}), Stage::recorded);
  EXPECT_EQ(stage_of({.valid = true}), Stage::validated);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1}), Stage::shared);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1, .trials = 1}), Stage::tried);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1, .trials = 1, .reports = 1}), Stage::reported);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1, .impacts = 1}), Stage::impact);
}

TEST(Practice, E_11_is_sent_back_with_reasons_only) {
  Decision decision{.verdict = Verdict::send_back};
  EXPECT_FALSE(complaints_about(decision).empty());
  decision.reason = "Say how many";
  EXPECT_TRUE(complaints_about(decision).empty());
  decision.verdict = Verdict::agree;
  decision.reason.clear();
  EXPECT_TRUE(complaints_about(decision).empty());
  decision.verdict = Verdict::merge;
  EXPECT_FALSE(complaints_about(decision).empty());
}

TEST(Practice, is_shared_and_tried_on_days_that_can_be) {
  using namespace std::chrono_literals;
  const Date today = 2027y / 1 / 19;
  Sharing sharing{.channel = "blog", .audience = "All", .shared_on = 2022y / 6 / 1};
  EXPECT_TRUE(complaints_about(sharing, today).empty());
  sharing.shared_on = 1927y / 1 / 19;
  EXPECT_FALSE(complaints_about(sharing, today).empty());
  Trial trial{.place = "Room 1", .since = today};
  EXPECT_TRUE(complaints_about(trial, today).empty());
  for (const Date day : {Date(1027y / 1 / 19), Date(2127y / 1 / 19)}) {
    trial.since = day;
    EXPECT_FALSE(complaints_about(trial, today).about("since").empty());
  }
  trial.since = today;
  trial.follow_up_on = 2127y / 1 / 19;
  EXPECT_FALSE(complaints_about(trial, today).about("follow_up_on").empty());
}

TEST(Practice, E_20_is_reported_on_completely) {
  Trial trial{.outcome = Outcome::better, .report = "It went well"};
  EXPECT_FALSE(complaints_about_report(trial).empty());
  trial.difference = Difference::small;
  EXPECT_EQ(complaints_about_report(trial).about("again"), "Say whether you would do it again.");
  trial.again = Again::too_early;
  EXPECT_TRUE(complaints_about_report(trial).empty());
  trial.report.clear();
  EXPECT_FALSE(complaints_about_report(trial).empty());
}

TEST(Practice, E_14_the_digest_goes_out_from_the_first_working_day_on_for_two_weeks) {
  using namespace std::chrono_literals;
  using std::chrono::year_month;
  EXPECT_EQ(first_working_day(2027y / 2), 2027y / 2 / 1);  // a Monday
  EXPECT_EQ(first_working_day(2027y / 5), 2027y / 5 / 3);  // the 1st is a Saturday
  EXPECT_EQ(first_working_day(2027y / 8), 2027y / 8 / 2);  // the 1st is a Sunday
  EXPECT_EQ(first_working_day(2027y / 1), 2027y / 1 / 4);  // New Year's Day, then a weekend
  EXPECT_EQ(first_working_day(2026y / 1), 2026y / 1 / 2);
  EXPECT_EQ(month_to_mail(2027y / 5 / 2), std::nullopt);
  EXPECT_EQ(month_to_mail(2027y / 5 / 3), std::optional<year_month>(2027y / 4));
  EXPECT_EQ(month_to_mail(2027y / 5 / 16), std::optional<year_month>(2027y / 4));
  EXPECT_EQ(month_to_mail(2027y / 5 / 17), std::nullopt);
  EXPECT_EQ(month_to_mail(2027y / 1 / 4), std::optional<year_month>(2026y / 12));
}

}  // namespace
}  // namespace touchstone::good_practice
