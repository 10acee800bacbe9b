#include "good_practice/ideas_world_test.h"
#include "good_practice/practice_store.h"
#include "platform/mail/testing.h"

// Reminders, and what is kept about people.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PracticeData : public IdeasWorld {
 protected:
  std::string told_about(const std::string& email) {
    std::string all;
    read([&](sql::Read& read) {
      const auto person = people::person_by_email(read, demo_.eastmere, email).value();
      std::vector<people::PersonalPart> parts;
      personal_room().tell(read, demo_.eastmere, person.id, parts);
      for (const auto& part : parts)
        for (const auto& fact : part.facts) all += fact.name + ": " + fact.text + "\n";
    });
    return all;
  }
  void erase_all_of(const std::string& email) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      const auto person = people::person_by_email(write, demo_.eastmere, email).value();
      std::vector<sql::Thing> things;
      personal_room().erase(write, person.id, things);
      EXPECT_FALSE(things.empty());
      write.record({"person", person.id.value, "erased", "{}"});
    });
  }
};
INSTANTIATE_ON_BOTH_DATABASES(PracticeData);

TEST_P(PracticeData, E_19_whoever_tries_something_is_reminded_once_with_a_link_to_the_report) {
  const auto item = listed("oak");
  const mail::testing::PostSetUp post;
  auto client = client_of(owen);
  client.post_form(item + "/trials",
                   {{"place", "Site"}, {"since", "2027-01-18"}, {"follow_up_on", "2027-01-19"}});
  client_of(marcus).post_form(
      item + "/trials",
      {{"place", "Ward"}, {"since", "2027-01-18"}, {"follow_up_on", "2027-01-20"}});
  remind_of_trials(database());
  remind_of_trials(database());
  const auto mails = mail::testing::outbox(database());
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mails.front().to, owen);
  EXPECT_THAT(mails.front().text, HasSubstr("oak was done"));
}

TEST_P(PracticeData, E_9_nobody_is_reminded_of_what_was_taken_off_the_list) {
  const auto item = listed("oak");
  client_of(owen).post_form(
      item + "/trials",
      {{"place", "Site"}, {"since", "2027-01-18"}, {"follow_up_on", "2027-01-19"}});
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A learner is named"}});
  const mail::testing::PostSetUp post;
  remind_of_trials(database());
  EXPECT_TRUE(mail::testing::outbox(database()).empty());
}

TEST_P(PracticeData, tells_people_all_that_they_wrote_and_that_was_recorded_about_them) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  client.post_form(item + "/trials", {{"place", "On-site"}});
  client.post_form("/eastmere/ideas/digest-choice", {{"wanted", "yes"}});
  client.post_form(item + "/questions", {{"text", "How so?"}, {"adviser", person_id(priya)}});
  auto head = client_of(kevin);
  record(head, "ash", {{"source", "observation"}, {"tutor", owen}});
  const auto told = told_about(owen);
  for (const auto* text :
       {"On-site", "The monthly digest", "How so?", "Recorded about your teaching: ash"})
    EXPECT_THAT(told, HasSubstr(text));
  EXPECT_THAT(told, Not(HasSubstr("oak")));
  EXPECT_THAT(told_about(hannah), HasSubstr("You recorded: oak"));
  EXPECT_THAT(told_about(priya), HasSubstr("You were asked: How so?"));
}

TEST_P(PracticeData, minutes_forget_the_name_of_the_erased) {
  auto keeper = client_of(priya);
  const auto begun =
      keeper.post_form("/eastmere/ideas/meetings",
                       {{"held_on", "2027-01-19"}, {"people", "Priya Raman, Owen Cadwallader"}});
  const auto meeting = std::string(begun.header("location"));
  keeper.post_form(meeting, {{"held_on", "2027-01-19"},
                             {"people", "Priya Raman, Owen Cadwallader"},
                             {"notes", "Owen Cadwallader shows it. Owen Cadwallader agrees."},
                             {"version", "1"}});
  EXPECT_THAT(told_about(owen), HasSubstr("Named in the minutes of: 19 January 2027"));
  erase_all_of(owen);
  const auto page = keeper.get(meeting).body;
  EXPECT_THAT(page, Not(HasSubstr("Cadwallader")));
  EXPECT_THAT(page, HasSubstr("Priya Raman, Somebody"));
  EXPECT_THAT(page, HasSubstr("Somebody shows it. Somebody agrees."));
}

TEST_P(PracticeData, of_the_erased_what_was_not_validated_goes_and_what_was_stays_without_a_name) {
  const auto item = listed("oak", {{"named", "yes"}});
  auto finder = client_of(hannah);
  const auto waiting = record(finder, "elm");
  finder.post_form(waiting + "/colleague", {{"email", marcus}});
  auto other = client_of(owen);
  other.post_form(item + "/trials", {{"place", "Site"}});
  erase_all_of(hannah);
  erase_all_of(owen);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice_word WHERE practice NOT IN "
                    "(SELECT id FROM practice)"),
            0);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE state = 'valid' AND named_at IS NULL"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice_trial WHERE place = '' AND report = ''"), 1);
  EXPECT_EQ(client_of(marcus).get(item).status, 200);
}

TEST_P(PracticeData, E_9_E_25_who_was_named_as_its_tutor_by_mistake_reads_no_word_of_it) {
  auto head = client_of(kevin);
  const http::testing::Pairs about_marcus{{"source", "observation"}, {"tutor", marcus}};
  const auto item = record(head, "ash", about_marcus);
  EXPECT_THAT(told_about(marcus), HasSubstr("Recorded about your teaching: ash"));
  const auto changed = head.post_form(item, {{"did", "ash was done."},
                                             {"changed", "ash changed"},
                                             {"place", "Owens-yard"},
                                             {"source", "observation"},
                                             {"found_in", "Observation report of 12 January"},
                                             {"tutor", owen},
                                             {"version", "1"}});
  ASSERT_EQ(changed.status, 303) << changed.body;
  const auto told = told_about(marcus);
  EXPECT_THAT(told, HasSubstr("Once recorded as your teaching"));
  for (const auto* text : {"ash", "Owens-yard", "Observation report"})
    EXPECT_THAT(told, Not(HasSubstr(text)));
  for (const auto* text : {"ash", "Owens-yard", "Observation report"})
    EXPECT_THAT(told_about(owen), HasSubstr(text)) << "whose teaching it is now";
}

TEST_P(PracticeData, E_9_what_its_finder_withdrew_is_read_by_its_finder_alone) {
  auto head = client_of(kevin);
  const auto item = record(head, "ash", {{"source", "observation"}, {"tutor", owen}});
  ASSERT_EQ(head.post_form(item + "/withdrawal", {}).status, 303);
  EXPECT_THAT(told_about(owen), Not(HasSubstr("ash")));
  EXPECT_THAT(told_about(kevin), HasSubstr("You recorded: ash"));
}

}  // namespace
}  // namespace touchstone::good_practice
