#include "good_practice/practice.h"

#include <gtest/gtest.h>

#include "good_practice/decision.h"
#include "good_practice/funnel.h"
#include "good_practice/gate_proof.h"
#include "good_practice/record_form.h"

namespace touchstone::good_practice {
namespace {

Practice complete() {
  Practice practice;
  practice.did = "We begin with what they know. Then we go on.";
  practice.changed = "More of them speak.";
  practice.place = "Maths, Tuesday";
  return practice;
}

TEST(Practice, asks_three_questions_and_no_more) {
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

TEST(Practice, is_called_by_its_first_sentence) {
  EXPECT_EQ(title_from("We begin with what they know. Then we go on."),
            "We begin with what they know");
  EXPECT_EQ(title_from("One line\nand another"), "One line");
  EXPECT_EQ(title_from("A whole sentence."), "A whole sentence");
  const auto cut = title_from(std::string(60, 'a') + " " + std::string(60, 'b'));
  EXPECT_EQ(cut, std::string(60, 'a') + "…");
  EXPECT_LE(title_from(std::string(300, 'c')).size(), 94U);
}

TEST(Practice, E_11_belongs_to_the_tutor_or_else_to_its_finder) {
  auto practice = complete();
  practice.finder = Id<people::Person>::fresh();
  EXPECT_EQ(owner_of(practice), practice.finder);
  practice.tutor = Id<people::Person>::fresh();
  EXPECT_EQ(owner_of(practice), practice.tutor);
}

TEST(Practice, E_9_no_proof_is_made_of_what_was_not_validated) {
  for (const auto state :
       {State::waiting, State::returned, State::not_good_practice, State::merged}) {
    auto practice = complete();
    practice.state = state;
    EXPECT_FALSE(Gate::validated(practice));
    EXPECT_FALSE(Gate::listed(practice, {.valid = true, .sharings = 3}));
  }
  auto practice = complete();
  practice.state = State::valid;
  EXPECT_TRUE(Gate::validated(practice));
  EXPECT_FALSE(Gate::listed(practice, {.valid = true}));
  EXPECT_TRUE(Gate::listed(practice, {.valid = true, .sharings = 1}));
}

TEST(Practice, E_3_has_come_no_further_than_the_gate) {
  EXPECT_EQ(stage_of({.sharings = 2, .trials = 1, .impacts = 1}), Stage::recorded);
  EXPECT_EQ(stage_of({.valid = true}), Stage::validated);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1}), Stage::shared);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1, .trials = 1}), Stage::tried);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1, .trials = 1, .reports = 1}), Stage::reported);
  EXPECT_EQ(stage_of({.valid = true, .sharings = 1, .impacts = 1}), Stage::impact);
}

TEST(Practice, is_counted_in_every_stage_that_it_reached) {
  std::map<Id<Practice>, Track> tracks;
  tracks[Id<Practice>::fresh()] = {.valid = true, .sharings = 1, .trials = 2, .reports = 1};
  tracks[Id<Practice>::fresh()] = {.valid = true};
  tracks[Id<Practice>::fresh()] = {.sharings = 1};
  const auto funnel = funnel_of(5, tracks);
  EXPECT_EQ(funnel.at(Stage::recorded), 5);
  EXPECT_EQ(funnel.at(Stage::validated), 2);
  EXPECT_EQ(funnel.at(Stage::shared), 1);
  EXPECT_EQ(funnel.at(Stage::tried), 1);
  EXPECT_EQ(funnel.at(Stage::reported), 1);
  EXPECT_EQ(funnel.at(Stage::impact), 0);
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

TEST(Practice, E_20_is_reported_on_completely) {
  Trial trial{.outcome = Outcome::better, .report = "It went well"};
  EXPECT_FALSE(complaints_about_report(trial).empty());
  trial.difference = Difference::small;
  EXPECT_TRUE(complaints_about_report(trial).empty());
  trial.report.clear();
  EXPECT_FALSE(complaints_about_report(trial).empty());
}

}  // namespace
}  // namespace touchstone::good_practice
