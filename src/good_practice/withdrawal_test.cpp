#include "good_practice/withdrawal.h"

#include "good_practice/ideas_world_test.h"
#include "platform/mail/testing.h"

// What its finder takes back while it waits for the quality team.
namespace touchstone::good_practice {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(WithdrawalRule, E_8_keeps_what_others_have) {
  Practice practice;
  EXPECT_EQ(why_it_stays(practice, {}), "");
  EXPECT_THAT(std::string(why_it_stays(practice, {.minuted = true})), HasSubstr("minutes"));
  EXPECT_THAT(std::string(why_it_stays(practice, {.known = true})), HasSubstr("Colleagues"));
  for (const auto state :
       {State::returned, State::valid, State::not_good_practice, State::merged, State::withdrawn}) {
    practice.state = state;
    EXPECT_NE(why_it_stays(practice, {}), "");
  }
}

TEST(WithdrawalRule, keeps_the_place_in_the_queue_for_one_day) {
  Practice practice;
  practice.waiting_since = 2027y / 1 / 3;
  EXPECT_EQ(waits_again_since(practice, 2027y / 1 / 19, 2027y / 1 / 19), 2027y / 1 / 3);
  EXPECT_EQ(waits_again_since(practice, 2027y / 1 / 19, 2027y / 1 / 20), 2027y / 1 / 20);
}

class Withdrawal : public IdeasWorld {
 protected:
  Withdrawal() : finder_(client_of(hannah)), keeper_(client_of(priya)) {}
  std::string begin_meeting() {
    const auto begun =
        keeper_.post_form("/eastmere/ideas/meetings", {{"held_on", "2027-01-19"}, {"people", "P"}});
    return std::string(begun.header("location"));
  }
  // As if it had been withdrawn so long before the clock's day.
  void age(const std::string& item, std::chrono::days days) {
    const auto id = Id<Practice>::from_text(id_of(item)).value();
    const Moment then = std::chrono::sys_days(2027y / 1 / 19) - days;
    write_in(demo_.eastmere, [&](sql::Write& write) {
      write.execute("UPDATE practice SET withdrawn_at = ? WHERE id = ?", then, id);
      write.record({"practice", id.value, "aged", "{}"});
    });
  }
  const mail::testing::PostSetUp post_;
  http::testing::Client finder_;
  http::testing::Client keeper_;
};
INSTANTIATE_ON_BOTH_DATABASES(Withdrawal);

TEST_P(Withdrawal, E_15_takes_it_from_the_queue_and_the_agenda_and_from_everybody_but_its_finder) {
  const auto item = record(finder_, "oak");
  finder_.post_form(item + "/colleague", {{"email", marcus}});
  const auto meeting = begin_meeting();
  ASSERT_THAT(keeper_.get(meeting).body, HasSubstr("oak was done"));
  const auto withdrawn = finder_.post_form(item + "/withdrawal", {});
  EXPECT_EQ(withdrawn.status, 303) << withdrawn.body;
  EXPECT_THAT(finder_.get_json(item).body, HasSubstr(R"("state":"withdrawn")"));
  EXPECT_THAT(finder_.get("/eastmere/ideas").body, HasSubstr("Withdrawn by you"));
  for (const auto& address :
       {std::string("/eastmere/ideas/waiting"), std::string("/eastmere/ideas"), meeting}) {
    EXPECT_THAT(keeper_.get(address).body, Not(HasSubstr("oak was done"))) << address;
    EXPECT_THAT(keeper_.get_json(address).body, Not(HasSubstr("oak was done"))) << address;
  }
  EXPECT_THAT(keeper_.get("/eastmere/ideas").body, Not(HasSubstr("idea waits")));
  for (const auto& email : {priya, daniel, marcus, owen})
    EXPECT_EQ(client_of(email).get(item).status, 404) << email;
  EXPECT_THAT(client_of(marcus).get("/eastmere/ideas").body, Not(HasSubstr("Shown to you")));
  EXPECT_EQ(
      keeper_.post_form(item + "/validation", {{"decision", "agree"}, {"version", "1"}}).status,
      404);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'withdrawn'"), 1);
}

TEST_P(Withdrawal, is_undone_from_the_banner_and_from_the_page) {
  const auto item = record(finder_, "oak");
  finder_.post_form(item + "/withdrawal", {});
  const auto page = finder_.get(item).body;
  for (const auto* text :
       {"“oak was done” is withdrawn.", "Undo", "You withdrew this on 19 January",
        "until 18 February 2027", "Put it back"})
    EXPECT_THAT(page, HasSubstr(text));
  EXPECT_THAT(finder_.get(item).body, Not(HasSubstr("Undo"))) << "told once";
  EXPECT_EQ(finder_.post_form(item + "/restoration", {}).status, 303);
  EXPECT_THAT(keeper_.get("/eastmere/ideas/waiting").body, HasSubstr("oak was done"));
  EXPECT_EQ(client_of(priya).get(item).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'put back'"), 1);
  EXPECT_EQ(finder_.post_form(item + "/restoration", {}).status, 422);
}

TEST_P(Withdrawal, is_nobody_elses_to_do) {
  const auto item = record(finder_, "oak");
  for (const auto* deed : {"/withdrawal", "/restoration"}) {
    EXPECT_EQ(keeper_.post_form(item + deed, {}).status, 403);
    EXPECT_EQ(client_of(owen).post_form(item + deed, {}).status, 404);
  }
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE withdrawn_at IS NULL"), 1);
}

TEST_P(Withdrawal, E_8_is_refused_for_what_a_meeting_has_in_its_minutes) {
  const auto meeting = begin_meeting();
  const auto led_to =
      record(keeper_, "elm", {{"source", "class_visit"}, {"meeting", id_of(meeting)}});
  const auto told = led_to.substr(0, led_to.find('?'));
  const auto by_page = keeper_.post_form(told + "/withdrawal", {});
  EXPECT_EQ(by_page.status, 422);
  EXPECT_THAT(by_page.body, HasSubstr("The minutes of a Quality Team meeting name this"));
  EXPECT_THAT(keeper_.get(told).body, Not(HasSubstr("Withdraw it")));
  const auto sent_back = record(finder_, "oak");
  decide(keeper_, sent_back,
         {{"decision", "send_back"}, {"reason", "How many?"}, {"meeting", id_of(meeting)}});
  EXPECT_EQ(finder_.post_json(sent_back + "/withdrawal", "{}").status, 422);
  finder_.post_form(sent_back, {{"did", "oak"},
                                {"changed", "c"},
                                {"place", "p"},
                                {"source", "own_teaching"},
                                {"version", version_in(finder_.get_json(sent_back).body)}});
  EXPECT_THAT(finder_.post_json(sent_back + "/withdrawal", "{}").body, HasSubstr("minutes"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE withdrawn_at IS NOT NULL"), 0);
}

TEST_P(Withdrawal, E_9_is_refused_for_what_colleagues_tried_before_it_was_sent_back) {
  const auto item = listed("oak");
  client_of(owen).post_form(item + "/trials", {{"place", "Site"}});
  decide(keeper_, item, {{"decision", "send_back"}, {"reason", "A face"}});
  finder_.post_form(item, {{"did", "oak"},
                           {"changed", "c"},
                           {"place", "p"},
                           {"source", "own_teaching"},
                           {"version", version_in(finder_.get_json(item).body)}});
  EXPECT_THAT(finder_.post_json(item + "/withdrawal", "{}").body, HasSubstr("Colleagues"));
}

TEST_P(Withdrawal, neither_changed_nor_shown_nor_decided_about_until_it_is_put_back) {
  const auto item = record(keeper_, "oak", {{"source", "class_visit"}, {"tutor", owen}});
  keeper_.post_form(item + "/withdrawal", {});
  EXPECT_THAT(keeper_.get(item + "/form").body, HasSubstr("Put it back first."));
  EXPECT_EQ(keeper_.post_form(item, {{"did", "x"}}).status, 422);
  EXPECT_EQ(keeper_.post_form(item + "/colleague", {{"email", marcus}}).status, 422);
  EXPECT_EQ(
      keeper_.post_form(item + "/validation", {{"decision", "agree"}, {"version", "1"}}).status,
      422);
  EXPECT_THAT(keeper_.get(item).body, Not(HasSubstr("Decide about it")));
}

TEST_P(Withdrawal, is_for_good_after_30_days_with_all_that_belongs_to_it) {
  const auto sent = finder_.post_files(
      "/eastmere/ideas", {{"did", "elm"}, {"changed", "c"}, {"place", "p"}, {"source", "audit"}},
      {{"file", "plan.pdf", "application/pdf", "%PDF-1.7\nplan"}});
  const auto old = std::string(sent.header("location"));
  decide(keeper_, old, {{"decision", "send_back"}, {"reason", "How many?"}});
  finder_.post_form(old, {{"did", "elm"},
                          {"changed", "c"},
                          {"place", "p"},
                          {"source", "audit"},
                          {"version", version_in(finder_.get_json(old).body)}});
  finder_.post_form(old + "/colleague", {{"email", marcus}});
  const auto young = record(finder_, "oak");
  for (const auto& item : {old, young})
    ASSERT_EQ(finder_.post_form(item + "/withdrawal", {}).status, 303);
  age(old, std::chrono::days(31));
  age(young, std::chrono::days(29));
  tidy_withdrawn(database());
  EXPECT_EQ(finder_.get(old).status, 404);
  EXPECT_EQ(finder_.get(young).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 1);
  for (const auto* gone :
       {"SELECT COUNT(*) FROM practice_decision", "SELECT COUNT(*) FROM evidence_use",
        "SELECT COUNT(*) FROM practice_word w WHERE NOT EXISTS "
        "(SELECT 1 FROM practice p WHERE p.id = w.practice)"})
    EXPECT_EQ(rows_in(gone), 0) << gone;
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM evidence WHERE private_to IS NOT NULL"), 1)
      << "its file stays in the library of its finder";
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'deleted'"), 1);
}

TEST_P(Withdrawal, tells_nobody_by_mail) {
  const auto item = record(finder_, "oak");
  finder_.post_form(item + "/withdrawal", {});
  finder_.post_form(item + "/restoration", {});
  EXPECT_THAT(mail::testing::outbox(database()), ::testing::IsEmpty());
}

}  // namespace
}  // namespace touchstone::good_practice
