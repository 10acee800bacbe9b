#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "self_assessment/shared_thing.h"
#include "self_assessment/sheets_world_test.h"
#include "sharing/sharing.h"

// C-27: a tutor shows a sheet, or one theme of it, to named people, for comment.
namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SharedSheets : public SheetsWorld {
 protected:
  // The address at which its audience reads it.
  static std::string share_of(http::testing::Client& client, const std::string& sheet,
                              const std::string& with, const std::string& theme = "") {
    client.post_form(sheet + "/shares", {{"email", with}, {"part", theme}});
    const auto list = client.get_json(sheet + "/shares").body;
    const auto at = list.rfind("/eastmere/shared/");
    return at == list.npos ? std::string() : list.substr(at, list.find('"', at) - at);
  }
  static std::string withdrawal_of(const std::string& sheet, const std::string& shared) {
    return sheet + "/shares/" + shared.substr(shared.rfind('/') + 1) + "/withdrawal";
  }
};
INSTANTIATE_ON_BOTH_DATABASES(SharedSheets);

TEST_P(SharedSheets, C_27_however_many_there_are_each_is_found_and_those_that_wait_are_due) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto id = Id<ScoreSheet>::from_text(sheet.substr(sheet.rfind('/') + 1)).value();
  std::vector<std::string> places;
  write_in(demo_.eastmere, [&](sql::Write& write) {
    for (int i = 0; i < 120; ++i) {
      const sharing::Share share{
          .id = Id<sharing::Share>::fresh(),
          .thing = shared_thing(id),
          .part = "theme " + std::to_string(i),
          .made_by = people::person_by_email(write, demo_.eastmere, hannah).value().id,
          .audience = people::person_by_email(write, demo_.eastmere, priya).value().id,
          .at = moment_from_number(1'800'000'000'000 + i / 2)};
      sharing::begin(write, share);
      places.push_back("/eastmere/shared/" + to_text(share.id));
    }
  });
  auto reader = client_of(priya);
  EXPECT_THAT(reader.get("/eastmere").body, HasSubstr(places.front())) << "waits the longest";
  std::string pages, next = "/eastmere/self-assessments";
  for (int page = 0; page < 3; ++page) {
    const auto list = reader.get(next).body;
    pages += list;
    next = "/eastmere/self-assessments?shown_after=";
    const auto at = list.find("?shown_after=");
    ASSERT_EQ(at != list.npos, page < 2);
    if (page < 2) next += list.substr(at + 13, list.find('"', at) - at - 13);
  }
  for (const auto& place : places) EXPECT_THAT(pages, HasSubstr(place));
  EXPECT_THAT(reader.get_json("/eastmere/self-assessments").body, HasSubstr(R"("shown_next":"18)"));
}

TEST_P(SharedSheets, C_28_a_sheet_is_seen_by_nobody_until_it_is_shared) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  EXPECT_THAT(client.get(sheet).body, HasSubstr("Only you can see this."));
  const auto shared = share_of(client, sheet, priya);
  EXPECT_THAT(client.get(sheet).body, HasSubstr("You and those you share it with can see this."));
  EXPECT_EQ(client_of(priya).get(shared).status, 200);
  EXPECT_EQ(client_of(priya).get(sheet).status, 404);
  EXPECT_EQ(client_of(daniel).get(shared).status, 404);
  EXPECT_EQ(client_of(daniel).post_form(shared + "/comments", {{"text", "Hello"}}).status, 404);
}

TEST_P(SharedSheets, C_27_a_colleague_reads_levels_and_targets_and_never_notes) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  client.post_json(sheet + "/judgements/coaching",
                   R"({"level": "silver", "note": "for-my-eyes-only", "version": 0})");
  const auto shared = share_of(client, sheet, priya);
  auto reader = client_of(priya);
  EXPECT_THAT(reader.get("/eastmere").body, HasSubstr("Hannah Sorrell asks for your comments"));
  const auto page = reader.get(shared).body;
  EXPECT_THAT(page, HasSubstr("Silver"));
  EXPECT_THAT(page, HasSubstr("It is not finished yet"));
  EXPECT_THAT(page, Not(HasSubstr("for-my-eyes-only")));
  EXPECT_THAT(reader.get_json(shared).body, Not(HasSubstr("for-my-eyes-only")));
}

TEST_P(SharedSheets, C_27_a_colleague_sees_total_level_and_the_themes_ahead_as_its_maker_does) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  auto reader = client_of(priya);
  const auto page = reader.get(share_of(client, sheet, priya)).body;
  for (const auto* words : {"Gold: 60 of 100 points", "would bring Platinum",
                            "Each of these raised by one level", "60 points make Gold"}) {
    EXPECT_THAT(page, HasSubstr(words));
    EXPECT_THAT(client.get(sheet + "/result").body, HasSubstr(words));
  }
  const auto one_theme = reader.get(share_of(client, sheet, priya, "coaching")).body;
  EXPECT_THAT(one_theme, Not(HasSubstr("60 of 100")));
}

TEST_P(SharedSheets, C_27_the_list_of_ones_sheets_says_whom_each_is_shown_to) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const std::string list = "/eastmere/self-assessments";
  EXPECT_THAT(client.get(list).body, Not(HasSubstr("Shown to Priya")));
  const auto shared = share_of(client, sheet, priya, "coaching");
  share_of(client, sheet, priya);
  EXPECT_THAT(client.get(list).body, HasSubstr("Shown to Priya Raman</span>"));
  EXPECT_THAT(client.get_json(list).body, HasSubstr(R"("shown_to":["Priya Raman"])"));
  EXPECT_THAT(client_of(priya).get(list).body, Not(HasSubstr("Shown to Priya")));
  client.post_form(withdrawal_of(sheet, shared), {});
  EXPECT_THAT(client.get(list).body, HasSubstr("Shown to Priya Raman</span>"));
}

TEST_P(SharedSheets, C_27_a_request_waits_after_a_look_until_it_is_answered) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  auto reader = client_of(priya);
  EXPECT_THAT(reader.get_json("/eastmere").body, HasSubstr(shared));
  EXPECT_EQ(reader.get(shared).status, 200);
  // The look is written after the answer; a turn of the same writer comes after it.
  choose(client, sheet, "coaching", "gold");
  EXPECT_THAT(reader.get("/eastmere").body, HasSubstr("No comment yet"));
  client.post_form(shared + "/comments", {{"text", "What do you think?"}, {"theme", ""}});
  EXPECT_THAT(reader.get_json("/eastmere").body, HasSubstr(shared)) << "its maker's are no answer";
  reader.post_form(shared + "/comments", {{"text", "I saw this."}, {"theme", "coaching"}});
  EXPECT_THAT(reader.get("/eastmere").body, Not(HasSubstr(shared)));
  EXPECT_THAT(reader.get_json("/eastmere").body, Not(HasSubstr(shared)));
  EXPECT_THAT(reader.get(shared).body, Not(HasSubstr("Put it away")));
  EXPECT_THAT(reader.get("/eastmere/self-assessments").body, HasSubstr(shared));
  EXPECT_THAT(reader.get_json("/eastmere/self-assessments").body, HasSubstr(shared));
  EXPECT_THAT(client.get_json("/eastmere/self-assessments").body, Not(HasSubstr(shared)));
}

TEST_P(SharedSheets, C_27_a_request_is_put_away_by_whom_it_asks_and_nobody_else) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  const auto away = shared + "/putting-away";
  EXPECT_EQ(client.post_form(away, {}).status, 403);
  EXPECT_EQ(client_of(daniel).post_form(away, {}).status, 404);
  EXPECT_THAT(client.get(shared).body, Not(HasSubstr("Put it away")));
  auto reader = client_of(priya);
  EXPECT_THAT(reader.get_json("/eastmere").body, HasSubstr(shared));
  EXPECT_THAT(reader.get(shared).body, HasSubstr("Put it away"));
  for (int press = 0; press < 2; ++press) EXPECT_EQ(reader.post_form(away, {}).status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'put away'"), 1);
  EXPECT_THAT(reader.get_json("/eastmere").body, Not(HasSubstr(shared)));
  EXPECT_THAT(reader.get(shared).body, Not(HasSubstr("Put it away")));
  EXPECT_THAT(reader.get("/eastmere/self-assessments").body, HasSubstr(shared));
}

TEST_P(SharedSheets, C_27_what_a_colleague_wrote_waits_for_its_maker_until_it_is_read) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  auto reader = client_of(priya);
  EXPECT_THAT(client.get("/eastmere").body, Not(HasSubstr("wrote about")));
  EXPECT_EQ(reader.post_form(shared + "/comments", {{"theme", ""}, {"text", "Well done"}}).status,
            303);
  EXPECT_THAT(client.get("/eastmere").body, HasSubstr("Priya Raman wrote about Spring 2027"));
  EXPECT_THAT(reader.get("/eastmere").body, Not(HasSubstr("wrote about")));
  EXPECT_EQ(client.get(shared).status, 200);
  // The reading is written after the answer; a turn of the same writer comes after it.
  choose(client, sheet, "coaching", "gold");
  EXPECT_THAT(client.get("/eastmere").body, Not(HasSubstr("wrote about")));
}

TEST_P(SharedSheets, C_28_the_sheet_before_is_not_shared_with_it) {
  auto client = client_of(hannah);
  const auto first = client.post_form(
      "/eastmere/self-assessments",
      {{"standard", "personal-tutoring@1.0"}, {"name", "Nobody else sees this one"}});
  finish_at(client, std::string(first.header("location")), "platinum");
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "silver");
  ASSERT_THAT(client.get(sheet + "/result").body, HasSubstr("Nobody else sees this one"));
  const auto shared = share_of(client, sheet, priya);
  auto reader = client_of(priya);
  EXPECT_THAT(reader.get(shared).body, Not(HasSubstr("Nobody else sees this one")));
  EXPECT_THAT(reader.post_form(shared + "/comments", {{"text", " "}}).body,
              Not(HasSubstr("Nobody else sees this one")));
}

TEST_P(SharedSheets, C_27_one_theme_alone_can_be_shared) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "observation", "gold");
  const auto shared = share_of(client, sheet, priya, "coaching");
  auto reader = client_of(priya);
  const auto told = reader.get_json(shared).body;
  EXPECT_THAT(told, HasSubstr(R"("theme":"coaching")"));
  EXPECT_THAT(told, Not(HasSubstr("observation")));
  EXPECT_THAT(reader.get(shared).body, Not(HasSubstr("Gold")));
  EXPECT_EQ(
      reader.post_form(shared + "/comments", {{"theme", "observation"}, {"text", "x"}}).status,
      422);
  EXPECT_EQ(reader.post_form(shared + "/comments", {{"text", "About the whole"}}).status, 422);
  EXPECT_EQ(
      reader.post_form(shared + "/comments", {{"theme", "coaching"}, {"text", "Well done"}}).status,
      303);
}

TEST_P(SharedSheets, C_27_it_is_live_until_it_is_finished_and_then_stays) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  auto reader = client_of(priya);
  EXPECT_THAT(reader.get(shared).body, Not(HasSubstr(": Silver</h2>")));
  finish_at(client, sheet, "silver");
  EXPECT_THAT(reader.get(shared).body, HasSubstr(": Silver</h2>"));
  EXPECT_THAT(reader.get(shared).body, HasSubstr("stays as it is"));
  EXPECT_EQ(choose(client, sheet, "coaching", "gold", 1).status, 409);
  EXPECT_THAT(reader.get(shared).body, Not(HasSubstr(": Gold</h2>")));
}

TEST_P(SharedSheets, C_27_both_comment_and_see_each_others_words) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  auto reader = client_of(priya);
  EXPECT_EQ(
      reader.post_form(shared + "/comments", {{"theme", "coaching"}, {"text", "I saw it <too>"}})
          .status,
      303);
  EXPECT_EQ(client.post_form(shared + "/comments", {{"text", "Thank you"}}).status, 303);
  for (auto* each : {&client, &reader}) {
    const auto page = each->get(shared).body;
    EXPECT_THAT(page, HasSubstr("I saw it &lt;too&gt;"));
    EXPECT_THAT(page, HasSubstr("Thank you"));
  }
  const auto empty = reader.post_form(shared + "/comments", {{"text", " "}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.body, HasSubstr("Write your comment."));
  const auto long_one = std::string(2001, 'x');
  const auto kept =
      reader.post_form(shared + "/comments", {{"theme", "coaching"}, {"text", long_one}});
  EXPECT_EQ(kept.status, 422);
  EXPECT_THAT(kept.body, HasSubstr(long_one));
}

TEST_P(SharedSheets, C_27_withdrawn_it_is_gone_for_both_and_so_are_the_comments) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  auto reader = client_of(priya);
  reader.post_form(shared + "/comments", {{"text", "Seen"}});
  EXPECT_EQ(reader.post_form(withdrawal_of(sheet, shared), {}).status, 404);
  EXPECT_EQ(client.post_form(withdrawal_of(sheet, shared), {}).status, 303);
  EXPECT_EQ(client.post_form(withdrawal_of(sheet, shared), {}).status, 303);
  auto other = client_of(marcus);
  EXPECT_EQ(other.post_form(withdrawal_of(begin_sheet(other), shared), {}).status, 404);
  EXPECT_EQ(reader.get(shared).status, 404);
  EXPECT_EQ(client.get(shared).status, 404);
  EXPECT_THAT(reader.get("/eastmere").body, Not(HasSubstr("asks for your comments")));
  EXPECT_THAT(client.get(sheet + "/shares").body, HasSubstr("This was not shared any more."));
  EXPECT_THAT(client.get(sheet + "/shares").body, Not(HasSubstr("Priya Raman")));
}

TEST_P(SharedSheets, C_27_who_stops_sharing_a_part_is_told_what_is_still_seen) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto theme = share_of(client, sheet, priya, "coaching");
  const auto whole = share_of(client, sheet, priya);
  const auto page = client.get(sheet + "/shares").body;
  EXPECT_THAT(page, HasSubstr("Stop sharing “Coaching” with Priya Raman"));
  EXPECT_THAT(page, HasSubstr("Stop sharing the whole score sheet with Priya Raman"));
  client.post_form(withdrawal_of(sheet, theme), {});
  EXPECT_THAT(client.get(sheet + "/shares").body,
              HasSubstr("Priya Raman cannot see “Coaching” any more. They still see the whole "
                        "score sheet."));
  EXPECT_EQ(client_of(priya).get(whole).status, 200);
  client.post_form(withdrawal_of(sheet, whole), {});
  const auto after = client.get(sheet + "/shares").body;
  EXPECT_THAT(after, HasSubstr("Priya Raman cannot see the whole score sheet any more."));
  EXPECT_THAT(after, Not(HasSubstr("They still see")));
}

TEST_P(SharedSheets, C_27_its_maker_sees_who_looked) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  client.get(shared);
  EXPECT_THAT(client.get(sheet + "/shares").body, HasSubstr("Not looked at yet"));
  client_of(priya).get(shared);
  // What a page leaves behind is written after its answer; a turn of the same writer comes after
  // it.
  choose(client, sheet, "coaching", "gold");
  EXPECT_THAT(client.get(sheet + "/shares").body, Not(HasSubstr("Not looked at yet")));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM share_look"), 1);
}

TEST_P(SharedSheets, names_what_is_wrong_and_keeps_what_was_typed) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto nobody = client.post_form(sheet + "/shares", {{"email", "who@eastmere.example"}});
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(nobody.body, HasSubstr("Nobody on the staff list has this email address"));
  EXPECT_THAT(nobody.body, HasSubstr("who@eastmere.example"));
  EXPECT_THAT(client.post_form(sheet + "/shares", {{"email", hannah}}).body,
              HasSubstr("This is you"));
  EXPECT_EQ(client.post_form(sheet + "/shares", {{"email", priya}, {"part", "none"}}).status, 422);
  EXPECT_EQ(client.post_json(sheet + "/shares", R"({"email": ""})").status, 422);
  share_of(client, sheet, priya);
  share_of(client, sheet, priya);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM share"), 1);
}

TEST_P(SharedSheets, in_the_bin_it_is_shown_to_nobody) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto shared = share_of(client, sheet, priya);
  client.post_form(sheet + "/bin", {});
  EXPECT_EQ(client_of(priya).get(shared).status, 404);
  EXPECT_THAT(client.get(sheet + "/result").body, HasSubstr("Only you can see this."));
  EXPECT_EQ(client.post_form(sheet + "/shares", {{"email", daniel}}).status, 422);
  client.post_form(sheet + "/restoration", {});
  EXPECT_EQ(client_of(priya).get(shared).status, 200);
}

}  // namespace
}  // namespace touchstone::self_assessment
