#include <algorithm>

#include "platform/document/confined.h"
#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

class ResultPages : public SheetsWorld {};
INSTANTIATE_ON_BOTH_DATABASES(ResultPages);

TEST_P(ResultPages, C_12_ten_minimums_are_bronze_with_the_plain_sentence) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "minimum");
  const auto page = client.get(sheet + "/result").body;
  EXPECT_THAT(page, HasSubstr("Bronze: 20 of 100 points"));
  EXPECT_THAT(page, HasSubstr("although every theme stands at Minimum standard"));
}

TEST_P(ResultPages, C_17_C_20_offers_the_next_level_as_target_and_counts_what_is_left) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto page = client.get(sheet + "/result").body;
  EXPECT_THAT(page, HasSubstr("10 themes left to Platinum"));
  EXPECT_THAT(page, HasSubstr("no target yet"));
  const auto set = client.post_form(sheet + "/targets/coaching", {{"text", "Ask one colleague."},
                                                                  {"level_aimed", "gold"},
                                                                  {"due_on", "2027-03-19"},
                                                                  {"version", "0"}});
  EXPECT_EQ(set.status, 303) << set.body;
  EXPECT_THAT(client.get(sheet + "/result").body, HasSubstr("your target by 19 March 2027"));
  EXPECT_THAT(client.get("/eastmere").body, HasSubstr("Ask one colleague."));
}

TEST_P(ResultPages, C_20_themes_that_are_not_part_of_the_job_are_not_called_platinum) {
  auto client = client_of(hannah);
  const auto none = begin_sheet(client);
  finish_at(client, none, "not_my_job");
  const auto page = client.get(none + "/result").body;
  EXPECT_THAT(page, HasSubstr("No theme is part of your job."));
  EXPECT_THAT(page, Not(HasSubstr("Every theme")));
  EXPECT_THAT(page, Not(HasSubstr("so far")));
}

TEST_P(ResultPages, C_30_a_level_that_a_newer_version_lacks_is_left_out_of_the_comparison) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "bronze");
  write_in(demo_.eastmere, [](sql::Write& write) {
    const auto boxed = std::ranges::find_if(standard::box(), [](const standard::Pack& each) {
      return each.content->address() == "personal-tutoring@1.0";
    });
    auto pack = boxed->canonical;
    const auto rename = [&](const std::string& from, const std::string& to) {
      for (auto at = pack.find(from); at != pack.npos; at = pack.find(from, at + to.size()))
        pack.replace(at, from.size(), to);
    };
    rename("bronze", "copper");
    rename(R"("version":"1.0")", R"("version":"2.0")");
    const auto newer = standard::read_pack(pack);
    ASSERT_TRUE(newer) << newer.error().front().message;
    ASSERT_TRUE(standard::import(write, *newer));
  });
  const auto begun = client.post_form("/eastmere/self-assessments",
                                      {{"standard", "personal-tutoring@2.0"}, {"name", "New"}});
  ASSERT_EQ(begun.status, 303) << begun.body;
  const auto sheet = std::string(begun.header("location"));
  EXPECT_EQ(choose(client, sheet, "coaching", "copper").status, 200);
  for (const auto* part : {"", "/result", "/paper"})
    EXPECT_EQ(client.get(sheet + part).status, 200) << part;
  EXPECT_EQ(client.get_json(sheet + "/result").status, 200);
  EXPECT_THAT(client.get(sheet + "/result").body, Not(HasSubstr("since")));
}

TEST_P(ResultPages, C_18_a_target_lies_ahead_in_level_and_time_and_not_in_the_bin) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto set = [&](const std::string& level, const std::string& due,
                       const std::string& version) {
    return client
        .post_form(sheet + "/targets/coaching",
                   {{"text", "x"}, {"level_aimed", level}, {"due_on", due}, {"version", version}})
        .status;
  };
  EXPECT_EQ(set("silver", "", "0"), 422);
  EXPECT_EQ(set("minimum", "", "0"), 422);
  EXPECT_EQ(set("gold", "2027-01-18", "0"), 422);
  EXPECT_EQ(set("gold", "0001-01-01", "0"), 422);
  EXPECT_EQ(set("gold", "2027-01-19", "0"), 303);
  EXPECT_EQ(client.post_form(sheet + "/bin", {}).status, 303);
  EXPECT_EQ(set("gold", "2027-02-01", "1"), 422);
}

TEST_P(ResultPages, C_18_a_target_that_was_reached_or_dropped_waits_no_longer) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto aim = [&](const std::string& theme) {
    EXPECT_EQ(client
                  .post_form(sheet + "/targets/" + theme, {{"text", "Aim for " + theme},
                                                           {"level_aimed", "gold"},
                                                           {"due_on", "2027-03-19"},
                                                           {"version", "0"}})
                  .status,
              303);
  };
  aim("coaching");
  aim("observation");
  EXPECT_THAT(client.get("/eastmere").body, HasSubstr("Aim for coaching"));
  EXPECT_EQ(client.post_form(sheet + "/targets/observation/removal", {}).status, 303);
  EXPECT_THAT(client.get("/eastmere").body, Not(HasSubstr("Aim for observation")));
  finish_at(client, begin_sheet(client), "gold");
  EXPECT_THAT(client.get("/eastmere").body, Not(HasSubstr("Aim for coaching")));
}

TEST_P(ResultPages, a_wrong_target_is_shown_again_with_what_was_typed) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto page = client.post_form(sheet + "/targets/coaching", {{"text", "Typed with care"},
                                                                   {"level_aimed", "gold"},
                                                                   {"due_on", "30 February"},
                                                                   {"version", "0"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Typed with care"));
  EXPECT_THAT(page.body, HasSubstr("30 February"));
}

TEST_P(ResultPages, a_target_that_is_refused_never_looks_like_the_one_that_is_set) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto set = [&](const std::string& text, const std::string& due, const std::string& at) {
    return client.post_form(
        sheet + "/targets/coaching",
        {{"text", text}, {"level_aimed", "gold"}, {"due_on", due}, {"version", at}});
  };
  EXPECT_EQ(set("Ask one colleague.", "2027-03-19", "0").status, 303);
  const auto page = set("Ask them all.", "2032-01-20", "1").body;
  EXPECT_THAT(page, HasSubstr("Check the year"));
  EXPECT_THAT(page, HasSubstr(R"(<p class="govuk-body">Ask one colleague.</p>)"));
  EXPECT_THAT(page, HasSubstr("Ask them all.</textarea>"));
  EXPECT_THAT(page, Not(HasSubstr(R"(<p class="govuk-body">Ask them all.</p>)")));
  EXPECT_EQ(set("Ask them all.", "2032-01-19", "1").status, 303);
}

TEST_P(ResultPages, a_target_changed_elsewhere_is_not_overwritten_unseen) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto set = [&](const std::string& text, const std::string& version) {
    return client.post_form(sheet + "/targets/coaching",
                            {{"text", text}, {"level_aimed", "gold"}, {"version", version}});
  };
  EXPECT_EQ(set("First words", "0").status, 303);
  const auto clash = set("Second words", "0");
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr("First words"));
  EXPECT_THAT(clash.body, HasSubstr("Second words"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM target WHERE text = 'Second words'"), 0);
}

TEST_P(ResultPages, C_19_compares_with_the_finished_sheet_before) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "silver");
  const auto second = begin_sheet(client);
  EXPECT_THAT(client.get(second).body, HasSubstr("Silver"));
  finish_at(client, second, "gold");
  EXPECT_THAT(client.get(second + "/result").body, HasSubstr("Ten up since Spring 2027"));
  EXPECT_THAT(client.get("/eastmere/self-assessments").body, HasSubstr("Each theme over time"));
}

TEST_P(ResultPages, C_18_a_target_of_the_sheet_before_is_told_until_it_is_reached) {
  auto client = client_of(hannah);
  const auto first = begin_sheet(client);
  finish_at(client, first, "silver");
  client.post_form(first + "/targets/coaching", {{"text", "Ask one colleague."},
                                                 {"level_aimed", "gold"},
                                                 {"due_on", "2027-03-19"},
                                                 {"version", "0"}});
  const auto second = begin_sheet(client);
  finish_at(client, second, "silver");
  const auto page = client.get(second + "/result").body;
  EXPECT_THAT(page, HasSubstr("Your target from Spring 2027, by 19 March 2027, still waits: “Ask "
                              "one colleague.”"));
  EXPECT_THAT(page, HasSubstr("Make this a target (a new one)"));
  client.post_form(second + "/reopening", {});
  choose(client, second, "coaching", "gold", 1);
  EXPECT_THAT(client.get(second + "/result").body, Not(HasSubstr("still waits")));
}

TEST_P(ResultPages, one_open_sheet_is_enough_pressing_start_twice_goes_on_with_it) {
  auto client = client_of(hannah);
  EXPECT_EQ(begin_sheet(client), begin_sheet(client));
}

TEST_P(ResultPages, a_sheet_goes_to_the_bin_and_comes_back) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  EXPECT_EQ(client.post_form(sheet + "/bin", {}).status, 303);
  EXPECT_THAT(client.get("/eastmere/bin").body, HasSubstr("Spring 2027"));
  EXPECT_THAT(client.get("/eastmere/self-assessments").body, Not(HasSubstr(sheet)));
  EXPECT_EQ(choose(client, sheet, "coaching", "gold").status, 409);
  EXPECT_EQ(client.post_form(sheet + "/restoration", {}).status, 303);
  EXPECT_EQ(choose(client, sheet, "coaching", "gold").status, 200);
}

TEST_P(ResultPages, JSON_answers_a_change_with_the_sheet_as_it_is_then) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "gold");
  for (const auto* change : {"/submission", "/reopening", "/bin", "/restoration"}) {
    const auto told = client.post_json(sheet + change, "{}");
    EXPECT_EQ(told.status, 200) << change;
    EXPECT_EQ(told.body, client.get_json(sheet).body) << change;
  }
}

TEST_P(ResultPages, a_sheet_does_not_come_back_beside_another_open_one) {
  auto client = client_of(hannah);
  const auto first = begin_sheet(client);
  client.post_form(first + "/bin", {});
  begin_sheet(client);
  EXPECT_EQ(client.post_form(first + "/restoration", {}).status, 422);
}

TEST_P(ResultPages, a_finished_sheet_is_opened_again_and_its_trace_stays) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  EXPECT_EQ(client.post_form(sheet + "/reopening", {}).status, 303);
  EXPECT_EQ(choose(client, sheet, "coaching", "gold", 1).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM submission"), 2);
}

TEST_P(ResultPages, what_is_opened_again_twice_is_open_and_said_to_be) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  for (int press = 0; press < 2; ++press) {
    const auto led = client.post_form(sheet + "/reopening", {});
    EXPECT_EQ(led.status, 303) << led.body;
    EXPECT_EQ(led.header("location"), sheet);
  }
  EXPECT_EQ(client.post_json(sheet + "/reopening", "{}").status, 200);
  client.post_form(sheet + "/bin", {});
  EXPECT_EQ(client.post_form(sheet + "/reopening", {}).status, 422) << "the bin gives back";
}

TEST_P(ResultPages, C_31_prints_levels_points_and_boxes) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto paper = client.get(sheet + "/paper").body;
  for (const auto* words : {"Score", "Level", "60 of 100", "12 of 20", "6 points", "Platinum"})
    EXPECT_THAT(paper, HasSubstr(words));
}

TEST_P(ResultPages, C_5_C_31_paper_marks_answers_that_are_no_level_and_says_why_there_is_none) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  EXPECT_EQ(client.post_form(sheet + "/reopening", {}).status, 303);
  client.post_form(sheet + "/judgements/coaching", {{"level", "not_my_job"}, {"version", "1"}});
  client.post_form(sheet + "/judgements/core-values",
                   {{"level", "below_minimum"}, {"version", "1"}});
  const auto paper = client.get(sheet + "/paper").body;
  for (const auto* words : {"✓ Not part of my job", "✓ Below minimum", "<b>none</b>",
                            "There is no overall level, because it counts every theme"})
    EXPECT_THAT(paper, HasSubstr(words));
}

// What a program of this machine reads in a file.
std::string text_in(const std::vector<std::string>& reader, const std::string& file) {
  return document::run_confined(reader, file, {}, {.time = std::chrono::seconds(60)}).value();
}
const std::vector<std::string> pdf_reader{"pdftotext", "-layout", "-", "-"};
const std::vector<std::string> word_reader{"pandoc", "--from", "docx", "--to", "plain"};

TEST_P(ResultPages, C_31_ones_own_copy_holds_levels_notes_and_targets_as_word_and_pdf) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  EXPECT_EQ(client.post_form(sheet + "/reopening", {}).status, 303);
  client.post_form(sheet + "/judgements/coaching",
                   {{"level", "gold"}, {"note", "Tŷ Gŵyn\n<b>Łódź</b>"}, {"version", "1"}});
  client.post_form(
      sheet + "/targets/coaching",
      {{"text", "Ask & listen"}, {"level_aimed", "platinum"}, {"due_on", ""}, {"version", "0"}});
  EXPECT_THAT(client.get(sheet + "/result").body, HasSubstr(sheet + "/copy.docx"));
  const std::vector<std::pair<std::string, std::vector<std::string>>> kinds{{"docx", word_reader},
                                                                            {"pdf", pdf_reader}};
  for (const auto& [ending, reader] : kinds) {
    const auto answer = client.get(sheet + "/copy." + ending);
    ASSERT_EQ(answer.status, 200) << ending;
    EXPECT_THAT(std::string(answer.header("content-disposition")),
                AllOf(HasSubstr("Hannah Sorrell, "), HasSubstr("." + ending)));
    const auto text = text_in(reader, answer.body);
    for (const auto* words : {"✓ G", "Total score", "Notes", "Tŷ Gŵyn", "<b>Łódź</b>", "Targets",
                              "Ask & listen", "62 of 100"})
      EXPECT_THAT(text, HasSubstr(words)) << ending;
    EXPECT_THAT(text, ContainsRegex("Coaching +Gold +8\n")) << ending;
  }
}

TEST_P(ResultPages, a_sheet_that_nobody_touched_can_be_taken_along_too) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto text = text_in(pdf_reader, client.get(sheet + "/copy.pdf").body);
  EXPECT_THAT(text, AllOf(HasSubstr("Not judged"), HasSubstr("not finished, as at"),
                          Not(HasSubstr("Notes"))));
}

TEST_P(ResultPages, C_28_nobody_but_its_maker_gets_a_copy) {
  auto maker = client_of(hannah);
  const auto sheet = begin_sheet(maker);
  for (const auto& other : {marcus, priya, daniel}) {
    auto client = client_of(other);
    EXPECT_EQ(client.get(sheet + "/copy.docx").status, 404) << other;
    EXPECT_EQ(client.get(sheet + "/copy.pdf").status, 404) << other;
  }
}

TEST_P(ResultPages, a_sheet_needs_a_name_and_something_to_score_against) {
  auto client = client_of(hannah);
  const auto unnamed = client.post_form("/eastmere/self-assessments",
                                        {{"standard", "personal-tutoring@1.0"}, {"name", " "}});
  EXPECT_EQ(unnamed.status, 422);
  const auto nothing = client.post_form("/eastmere/self-assessments",
                                        {{"standard", "unheard@9"}, {"name", "Kept words"}});
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, HasSubstr("Kept words"));
}

}  // namespace
}  // namespace touchstone::self_assessment
