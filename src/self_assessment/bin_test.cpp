#include "platform/sql/history.h"
#include "self_assessment/bin_jobs.h"
#include "self_assessment/score_sheet.h"
#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;

class Bin : public SheetsWorld {
 protected:
  // A sheet of Hannah's that was put into the bin so many days before the clock's day, finished at
  // that level when one is given.
  std::string binned(http::testing::Client& client, int days_ago, const std::string& level = {}) {
    const auto sheet = begin_sheet(client);
    if (!level.empty()) finish_at(client, sheet, level);
    EXPECT_EQ(client.post_form(sheet + "/bin", {}).status, 303);
    const auto id = Id<ScoreSheet>::from_text(sheet.substr(sheet.rfind('/') + 1)).value();
    const Moment then =
        std::chrono::sys_days(std::chrono::year(2027) / 1 / 19) - std::chrono::days(days_ago);
    write_in(demo_.eastmere, [&](sql::Write& write) {
      write.execute("UPDATE self_assessment SET binned_at = ? WHERE ws = ? AND id = ?", then,
                    demo_.eastmere, id);
      write.record({"score_sheet", id.value, "aged", "{}"});
    });
    return sheet;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Bin);

TEST_P(Bin, is_emptied_of_what_was_in_it_for_more_than_30_days_and_of_nothing_else) {
  auto client = client_of(hannah);
  const auto old = binned(client, 31, "silver");
  const auto young = binned(client, 29);
  const auto kept = begin_sheet(client);
  choose(client, kept, "coaching", "gold");
  empty_bins(database());
  EXPECT_EQ(client.get(old).status, 404);
  EXPECT_EQ(client.get(young + "/result").status, 200);
  EXPECT_EQ(client.get(kept).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 2);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM submission"), 0);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'deleted'"), 1);
  empty_bins(database());
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history WHERE verb = 'deleted'"), 1);
}

TEST_P(Bin, offers_once_to_undo_what_was_just_put_there) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto binned = client.post_form(sheet + "/bin", {});
  EXPECT_EQ(binned.header("location"), "/eastmere/bin");
  const auto page = client.get("/eastmere/bin").body;
  EXPECT_THAT(page, HasSubstr("is in the bin.</p><form"));
  EXPECT_THAT(page, HasSubstr("Undo"));
  EXPECT_THAT(client.get("/eastmere/bin").body, ::testing::Not(HasSubstr("Undo")));
}

TEST_P(Bin, what_is_deleted_for_good_leaves_no_word_in_the_history) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  for (const auto* note : {"a first wording", "a second wording"})
    EXPECT_EQ(client
                  .post_json(sheet + "/judgements/coaching",
                             R"({"level": "silver", "note": ")" + std::string(note) +
                                 R"(", "version": )" + (note[2] == 'f' ? "0}" : "1}"))
                  .status,
              200);
  EXPECT_EQ(client
                .post_form(sheet + "/targets/coaching", {{"text", "a third wording"},
                                                         {"level_aimed", "gold"},
                                                         {"due_on", "2027-06-01"},
                                                         {"version", "0"}})
                .status,
            303);
  const auto words = "SELECT COUNT(*) FROM history WHERE change LIKE '%wording%'";
  EXPECT_EQ(rows_in(words), 3);
  client.post_form(sheet + "/targets/coaching/removal", {});
  EXPECT_EQ(rows_in(words), 2);
  client.post_form(sheet + "/bin", {});
  write_in(demo_.eastmere, [&](sql::Write& write) {
    write.execute("UPDATE self_assessment SET binned_at = ?", Moment{});
    write.record({"score_sheet", new_uuid(), "aged", "{}"});
  });
  empty_bins(database());
  EXPECT_EQ(rows_in(words), 0);
  read([&](sql::Read& read) {
    EXPECT_TRUE(sql::verify_history(read, database().keys()).empty()) << "the chain stays whole";
  });
}

TEST_P(Bin, a_sheet_compared_with_a_deleted_one_is_compared_with_the_one_before) {
  auto client = client_of(hannah);
  const auto first = begin_sheet(client);
  finish_at(client, first, "silver");
  const auto second = begin_sheet(client);
  finish_at(client, second, "bronze");
  const auto third = begin_sheet(client);
  client.post_form(second + "/bin", {});
  const auto id = Id<ScoreSheet>::from_text(second.substr(second.rfind('/') + 1)).value();
  write_in(demo_.eastmere, [&](sql::Write& write) {
    write.execute("UPDATE self_assessment SET binned_at = ? WHERE ws = ? AND id = ?", Moment{},
                  demo_.eastmere, id);
    write.record({"score_sheet", id.value, "aged", "{}"});
  });
  empty_bins(database());
  EXPECT_EQ(client.get(second).status, 404);
  finish_at(client, third, "gold");
  EXPECT_THAT(client.get(third + "/result").body, HasSubstr("Ten up since Spring 2027"));
}

TEST_P(Bin, says_until_when_a_sheet_can_be_put_back) {
  auto client = client_of(hannah);
  binned(client, 5);
  EXPECT_THAT(client.get("/eastmere/bin").body,
              HasSubstr("put here on 14 January 2027, deleted after 13 February 2027"));
  EXPECT_THAT(client.get_json("/eastmere/bin").body, HasSubstr(R"("deleted_after":"2027-02-13")"));
}

TEST_P(Bin, comes_in_pages_of_fifty_and_no_more_are_begun_within_a_day) {
  auto client = client_of(hannah);
  for (int n = 0; n < 50; ++n)
    ASSERT_EQ(client.post_form(begin_sheet(client) + "/bin", {}).status, 303) << n;
  const auto more =
      client.post_form("/eastmere/self-assessments", {{"standard", "personal-tutoring@1.0"}});
  EXPECT_EQ(more.status, 429);
  EXPECT_THAT(more.body, HasSubstr("You have begun 50 score sheets within a day"));
  EXPECT_EQ(client.post_form("/eastmere/institution/views", {{"standard", "personal-tutoring@1.0"}})
                .status,
            429);
  write_in(demo_.eastmere, [&](sql::Write& write) {
    write.execute("UPDATE self_assessment SET started_at = started_at - 86400000");
    write.record({"score_sheet", demo_.eastmere.value, "aged", "{}"});
  });
  EXPECT_EQ(client.post_form(begin_sheet(client) + "/bin", {}).status, 303);
  const auto first = client.get_json("/eastmere/bin").body;
  const auto sheets_in = [](std::string_view body) {
    std::size_t found = 0;
    for (auto at = body.find("deleted_after"); at != body.npos;
         at = body.find("deleted_after", at + 1))
      ++found;
    return found;
  };
  EXPECT_EQ(sheets_in(first), 50U);
  const auto from = first.find(R"("next":")") + 8;
  const auto next = first.substr(from, first.find('"', from) - from);
  EXPECT_EQ(sheets_in(client.get_json("/eastmere/bin?after=" + next).body), 1U);
  EXPECT_THAT(client.get("/eastmere/bin").body, HasSubstr("/eastmere/bin?after=" + next));
  EXPECT_EQ(sheets_in(client.get_json("/eastmere/bin?after=nothing").body), 50U);
}

TEST_P(Bin, is_emptied_once_a_day_from_the_first_start_on) {
  jobs::Runner runner(database(), {.clock = [] { return now() + std::chrono::days(2); }});
  empty_bins_daily(runner);
  plan_next_emptying(database());
  plan_next_emptying(database());
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM job WHERE kind = 'empty_bins'"), 1);
  auto client = client_of(hannah);
  const auto old = binned(client, 31);
  EXPECT_EQ(runner.run_due(), 1U);
  EXPECT_EQ(client.get(old).status, 404);
}

TEST(Names, of_sheets_get_the_day_and_then_a_number_while_they_are_taken) {
  const Date day{std::chrono::year(2027), std::chrono::month(1), std::chrono::day(14)};
  EXPECT_EQ(free_name("Spring 2027", day, {}), "Spring 2027");
  EXPECT_EQ(free_name("Spring 2027", day, {"Spring 2027"}), "Spring 2027, 14 January");
  EXPECT_EQ(free_name("Spring 2027", day, {"Spring 2027", "Spring 2027, 14 January"}),
            "Spring 2027, 14 January (2)");
  const std::string long_name(longest_name, 'x');
  EXPECT_EQ(free_name(long_name, day, {long_name}), long_name);
}

class SheetNames : public SheetsWorld {};
INSTANTIATE_ON_BOTH_DATABASES(SheetNames);

TEST_P(SheetNames, two_sheets_of_one_term_have_two_names) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "silver");
  EXPECT_THAT(client.get("/eastmere/self-assessments").body,
              HasSubstr(R"(value="Spring 2027, 19 January")"));
  begin_sheet(client);
  EXPECT_EQ(rows_in("SELECT COUNT(DISTINCT name) FROM self_assessment"), 2);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment WHERE name = 'Spring 2027, 19 January'"),
            1);
}

}  // namespace
}  // namespace touchstone::self_assessment
