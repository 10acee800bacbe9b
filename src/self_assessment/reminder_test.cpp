#include "platform/mail/testing.h"
#include "self_assessment/reminder_jobs.h"
#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The clock stands at 19 January 2027.
class Reminders : public SheetsWorld {
 protected:
  std::string finished_sheet(http::testing::Client& client) {
    const auto sheet = begin_sheet(client);
    finish_at(client, sheet, "silver");
    return sheet;
  }

  void set(http::testing::Client& client, const std::string& sheet, const std::string& theme,
           const std::string& due_on, const std::string& version = "0") {
    const auto answer = client.post_form(sheet + "/targets/" + theme, {{"text", "A secret aim"},
                                                                       {"level_aimed", "gold"},
                                                                       {"due_on", due_on},
                                                                       {"version", version}});
    EXPECT_EQ(answer.status, 303) << answer.body;
  }

  // As if that many days had passed since the target was set.
  void make_due(const std::string& theme, const std::string& due_on) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      write.execute("UPDATE target SET due_on = ? WHERE ws = ? AND element = ?", due_on,
                    demo_.eastmere, theme);
      write.record({"target", demo_.eastmere.value, "aged", "{}"});
    });
  }

  std::vector<mail::testing::Queued> mails() { return mail::testing::outbox(database()); }

  mail::testing::PostSetUp post_;
};
INSTANTIATE_ON_BOTH_DATABASES(Reminders);

TEST_P(Reminders, a_finished_sheet_is_receipted_without_its_points) {
  auto client = client_of(hannah);
  const auto sheet = finished_sheet(client);
  ASSERT_EQ(mails().size(), 1u);
  const auto receipt = mails().front();
  EXPECT_EQ(receipt.to, hannah);
  EXPECT_EQ(receipt.subject, "Your score sheet is finished");
  EXPECT_THAT(receipt.text, HasSubstr(sheet + "/result"));
  // Port and id hold any digits.
  auto words = receipt.text;
  const auto link = words.find("http://");
  words.erase(link, words.find('\n', link) - link);
  EXPECT_THAT(words, Not(HasSubstr("60")));
  EXPECT_THAT(receipt.text, Not(HasSubstr("Silver")));
}

TEST_P(Reminders, C_27_who_is_asked_for_comments_is_written_to_once_about_a_sheet) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto share = [&](const std::string& part) {
    client.post_form(sheet + "/shares", {{"email", priya}, {"part", part}});
    const auto list = client.get_json(sheet + "/shares").body;
    const auto at = list.rfind("/eastmere/shared/");
    return list.substr(at, list.find('"', at) - at);
  };
  const auto shared = share("coaching");
  ASSERT_EQ(mails().size(), 1u);
  const auto asked = mails().front();
  EXPECT_EQ(asked.to, priya);
  EXPECT_EQ(asked.subject, "Your comments on a score sheet");
  EXPECT_THAT(asked.text, HasSubstr("Hannah Sorrell shares a score sheet with you"));
  EXPECT_THAT(asked.text, HasSubstr(shared + "\n"));
  EXPECT_THAT(asked.text, Not(HasSubstr("oaching")));
  client.post_form(sheet + "/shares/" + shared.substr(shared.rfind('/') + 1) + "/withdrawal", {});
  share("coaching");
  share("");
  EXPECT_EQ(mails().size(), 1u);
}

TEST_P(Reminders, go_to_the_address_of_the_account_and_not_to_what_the_staff_list_says) {
  sql::Actor actor;
  actor.workspace = demo_.eastmere.value;
  write(actor, [&](sql::Write& writes) {
    auto listed = people::person_by_email(writes, demo_.eastmere, hannah).value();
    listed.email = "keeper@elsewhere.example";
    EXPECT_TRUE(people::change(writes, listed));
  });
  auto client = client_of(hannah);
  set(client, finished_sheet(client), "coaching", "2027-03-01");
  make_due("coaching", "2027-01-22");
  remind_of_targets(database());
  ASSERT_EQ(mails().size(), 2u);
  for (const auto& each : mails()) EXPECT_EQ(each.to, hannah);
}

TEST_P(Reminders, come_once_within_a_week_of_the_day_and_say_nothing_of_the_target) {
  auto client = client_of(hannah);
  const auto sheet = finished_sheet(client);
  set(client, sheet, "coaching", "2027-01-26");
  set(client, sheet, "core-values", "2027-01-27");
  remind_of_targets(database());
  ASSERT_EQ(mails().size(), 2u);
  EXPECT_EQ(mails().back().to, hannah);
  EXPECT_THAT(mails().back().text, HasSubstr("1 of your targets is due within a week."));
  EXPECT_THAT(mails().back().text, Not(HasSubstr("secret")));
  remind_of_targets(database());
  EXPECT_EQ(mails().size(), 2u);
}

TEST_P(Reminders, come_again_when_the_day_has_passed_and_then_no_more) {
  auto client = client_of(hannah);
  const auto sheet = finished_sheet(client);
  set(client, sheet, "coaching", "2027-01-20");
  remind_of_targets(database());
  make_due("coaching", "2027-01-18");
  write_in(demo_.eastmere, [&](sql::Write& write) {
    write.execute("UPDATE target SET reminded_on = '2027-01-12' WHERE ws = ?", demo_.eastmere);
    write.record({"target", demo_.eastmere.value, "aged", "{}"});
  });
  remind_of_targets(database());
  ASSERT_EQ(mails().size(), 3u);
  EXPECT_THAT(mails().back().text, HasSubstr("1 of your targets is late."));
  remind_of_targets(database());
  EXPECT_EQ(mails().size(), 3u);
}

TEST_P(Reminders, let_rest_what_was_reached_or_is_in_the_bin_or_late_for_more_than_a_month) {
  auto client = client_of(hannah);
  const auto sheet = finished_sheet(client);
  for (const auto* theme : {"coaching", "core-values"}) set(client, sheet, theme, "2027-01-20");
  make_due("core-values", "2026-12-19");
  const auto next = begin_sheet(client);
  choose(client, next, "coaching", "gold");
  remind_of_targets(database());
  EXPECT_EQ(mails().size(), 1u) << "the receipt alone";
}

TEST_P(Reminders, C_18_come_when_what_was_reached_is_not_reached_any_more) {
  auto client = client_of(hannah);
  set(client, finished_sheet(client), "coaching", "2027-01-20");
  const auto next = begin_sheet(client);
  choose(client, next, "coaching", "gold");
  remind_of_targets(database());
  EXPECT_EQ(mails().size(), 1u) << "the receipt alone";
  ASSERT_EQ(client.post_form(next + "/bin", {}).status, 303);
  remind_of_targets(database());
  EXPECT_EQ(mails().size(), 2u);
}

TEST_P(Reminders, a_new_date_asks_anew) {
  auto client = client_of(hannah);
  const auto sheet = finished_sheet(client);
  set(client, sheet, "coaching", "2027-01-20");
  remind_of_targets(database());
  set(client, sheet, "coaching", "2027-01-25", "1");
  remind_of_targets(database());
  EXPECT_EQ(mails().size(), 3u);
}

}  // namespace
}  // namespace touchstone::self_assessment
