#include "platform/json/flatten.h"
#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ScorePages : public SheetsWorld {};
INSTANTIATE_ON_BOTH_DATABASES(ScorePages);

// One member of a JSON answer.
std::string member(const http::testing::Answer& answer, std::string_view name) {
  std::string found = "(absent)";
  Complaints complaints;
  json::flatten(
      answer.body,
      [&](const std::string& key, const std::optional<std::string>& value) {
        if (key == name) found = value.value_or("null");
      },
      complaints);
  EXPECT_TRUE(complaints.empty()) << answer.body;
  return found;
}

TEST_P(ScorePages, C_3_C_4_shows_all_ten_themes_on_one_page_and_says_that_only_you_can_see_it) {
  auto hannah_client = client_of(hannah);
  const auto page = hannah_client.get(begin_sheet(hannah_client));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Only you can see this"));
  for (const auto* element : testing::tutoring().elements()) {
    EXPECT_THAT(page.body, HasSubstr("name=\"" + element->key + ".level\""));
    for (const auto* descriptor : element->descriptors("person"))
      EXPECT_THAT(page.body, HasSubstr("value=\"" + descriptor->level + "\""));
  }
  EXPECT_GT(page.body.size(), 14'000u);
  EXPECT_LT(page.body.size(), 75'000u);
}

TEST_P(ScorePages, C_8_a_saved_theme_answers_with_the_running_total) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  EXPECT_EQ(member(choose(client, sheet, "core-values", "gold"), "total"), "8");
  const auto answer = choose(client, sheet, "core-skills", "silver");
  EXPECT_EQ(member(answer, "total"), "14");
  EXPECT_EQ(member(answer, "answered"), "2");
  EXPECT_EQ(member(answer, "version"), "1");
}

TEST_P(ScorePages, C_13_a_tick_that_is_sent_twice_counts_once) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto* element = testing::tutoring().element("core-values");
  const auto& top = *element->descriptors("person").back();
  const auto key = top.level + "." + top.statements.front().key;
  const auto sent = client.post_json(
      sheet + "/judgements/core-values",
      R"({"level": "silver", "unticked": [")" + key + R"(", ")" + key + R"("], "version": 0})");
  EXPECT_EQ(sent.status, 200) << sent.body;
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM tick WHERE kind = 'unticked_statement'"), 1);
}

TEST_P(ScorePages, C_7_an_empty_list_ticks_everything_again_and_none_leaves_it) {
  auto client = client_of(hannah);
  const auto judged = begin_sheet(client) + "/judgements/core-values";
  const auto ticks = "SELECT COUNT(*) FROM tick WHERE kind = 'unticked_statement'";
  client.post_json(judged, R"({"level": "bronze", "unticked": ["silver.target"], "version": 0})");
  client.post_json(judged, R"({"note": "Observed in May.", "version": 1})");
  EXPECT_EQ(rows_in(ticks), 1);
  const auto sent = client.post_json(judged, R"({"unticked": [], "version": 2})");
  EXPECT_EQ(sent.status, 200) << sent.body;
  EXPECT_EQ(rows_in(ticks), 0);
}

TEST_P(ScorePages,
       C_7_X_6_refuses_gold_over_an_unticked_silver_on_page_and_json_and_keeps_nothing) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto json =
      client.post_json(sheet + "/judgements/core-values",
                       R"({"level": "gold", "unticked": ["silver.target"], "version": 0})");
  EXPECT_EQ(json.status, 422);
  EXPECT_THAT(json.body, HasSubstr("Bronze is the highest level you hold"));
  EXPECT_EQ(member(json, "offered"), "bronze");
  http::testing::Pairs form{{"core-values.level", "gold"},
                            {"core-values.version", "0"},
                            {"core-values.statements", "yes"},
                            {"core-values.note", "my own words"}};
  for (const auto* descriptor : testing::tutoring().element("core-values")->descriptors("person"))
    for (const auto& statement : descriptor->statements)
      if (descriptor->level + "." + statement.key != "silver.target")
        form.emplace_back("core-values.holds", descriptor->level + "." + statement.key);
  const auto page = client.post_form(sheet + "/judgements", form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Bronze is the highest level you hold"));
  EXPECT_THAT(page.body, HasSubstr("my own words"));
  EXPECT_THAT(page.body, HasSubstr("core-values.bronze"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement"), 0);
  form.emplace_back("take", "core-values.bronze");
  const auto taken = client.post_form(sheet + "/judgements", form);
  EXPECT_EQ(taken.status, 303);
  EXPECT_EQ(taken.header("location"), sheet + "#core-values");
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE level = 'bronze'"), 1);
}

TEST_P(ScorePages, C_23_X_6_refuses_platinum_in_own_development_on_page_and_json) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  EXPECT_EQ(choose(client, sheet, "own-development", "platinum").status, 422);
  const auto page = client.post_form(sheet + "/judgements", {{"own-development.level", "platinum"},
                                                             {"own-development.version", "0"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement"), 0);
}

TEST_P(ScorePages, a_clash_keeps_both_texts_and_shows_them_side_by_side) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  client.post_json(sheet + "/judgements/coaching",
                   R"({"level": "gold", "note": "from the phone", "version": 0})");
  const http::testing::Pairs mine{{"coaching.level", "silver"},
                                  {"coaching.note", "from the desk"},
                                  {"coaching.version", "0"},
                                  {"observation.level", "bronze"},
                                  {"observation.version", "0"}};
  const auto page = client.post_form(sheet + "/judgements", mine);
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("from the phone"));
  EXPECT_THAT(page.body, HasSubstr("from the desk"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE element = 'observation'"), 0);
  auto keep_mine = mine;
  keep_mine[2].second = "1";
  keep_mine.emplace_back("coaching.keep", "yours");
  EXPECT_EQ(client.post_form(sheet + "/judgements", keep_mine).status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE note = 'from the desk'"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE element = 'observation'"), 1);
}

TEST_P(ScorePages, C_7_a_clash_settled_for_what_is_here_ticks_again_what_was_unticked_elsewhere) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  client.post_json(sheet + "/judgements/coaching",
                   R"({"level": "bronze", "unticked": ["silver.feedback"], "version": 0})");
  http::testing::Pairs mine{
      {"coaching.level", "gold"}, {"coaching.version", "0"}, {"coaching.statements", "1"}};
  for (const auto* descriptor : testing::tutoring().element("coaching")->descriptors("person"))
    for (const auto& statement : descriptor->statements)
      mine.emplace_back("coaching.holds", descriptor->level + "." + statement.key);
  const auto page = client.post_form(sheet + "/judgements", mine);
  EXPECT_EQ(page.status, 409);
  auto settled = hidden_fields(page.body);
  settled.emplace_back("coaching.keep", "yours");
  EXPECT_EQ(client.post_form(sheet + "/judgements", settled).status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE level = 'gold'"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM tick WHERE kind = 'unticked_statement'"), 0);
}

TEST_P(ScorePages, a_clash_leads_back_to_where_one_was_going) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "gold");
  http::testing::Pairs mine{{"coaching.level", "silver"}, {"coaching.version", "0"}};
  EXPECT_THAT(client.post_form(sheet + "/judgements", mine).body, Not(HasSubstr(R"("then")")));
  mine.emplace_back("then", "save");
  EXPECT_THAT(client.post_form(sheet + "/judgements", mine).body,
              HasSubstr(R"(name="then" value="save")"));
  mine[1].second = "1";
  EXPECT_EQ(client.post_form(sheet + "/judgements", mine).header("location"),
            "/eastmere/self-assessments");
  mine = {{"coaching.level", "gold"}, {"coaching.version", "2"}};
  EXPECT_EQ(client.post_form(sheet + "/judgements", mine).header("location"), sheet);
}

TEST_P(ScorePages, an_address_that_only_takes_forms_leads_to_the_page_it_belongs_to) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto leads_to = [&](const std::string& address, const std::string& page) {
    const auto answer = client.get(address);
    EXPECT_EQ(answer.status, 405) << address;
    EXPECT_THAT(answer.body, HasSubstr("href=\"" + page + "\">Go to the page")) << address;
  };
  leads_to(sheet + "/judgements", sheet);
  leads_to(sheet + "/judgements?a=b", sheet);
  leads_to(sheet + "/targets/coaching", sheet);
  leads_to("/account/password", "/account");
}

TEST_P(ScorePages, of_a_sheet_finished_meanwhile_lead_on_and_keep_what_was_typed) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto page = client.post_form(sheet + "/judgements",
                                     {{"coaching.note", "too late"}, {"coaching.version", "1"}});
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("too late"));
  EXPECT_THAT(page.body, HasSubstr("href=\"" + sheet + "/result\">See what it adds up to and"));
  EXPECT_THAT(page.body, HasSubstr(R"(href="/eastmere/self-assessments">go to your score)"));
}

TEST_P(ScorePages, complain_once_about_a_note_that_is_too_long_and_name_its_theme) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto page = client.post_form(
      sheet + "/judgements",
      {{"coaching.note", std::string(longest_note + 1, 'x')}, {"coaching.version", "0"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("The note on “Coaching” must be"));
  EXPECT_THAT(page.body, Not(HasSubstr("at most")));
}

TEST_P(ScorePages, a_clash_may_be_settled_for_what_was_saved_elsewhere) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  client.post_json(sheet + "/judgements/coaching",
                   R"({"level": "gold", "note": "from the phone", "version": 0})");
  const auto settled = client.post_form(
      sheet + "/judgements",
      {{"coaching.level", "silver"}, {"coaching.version", "1"}, {"coaching.keep", "theirs"}});
  EXPECT_EQ(settled.status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE level = 'gold'"), 1);
}

TEST_P(ScorePages, a_clash_in_json_gives_both) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "gold");
  const auto answer = choose(client, sheet, "coaching", "silver", 0);
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("gold"));
  EXPECT_THAT(answer.body, HasSubstr("silver"));
}

TEST_P(ScorePages, saving_the_same_again_is_no_clash_and_leaves_no_history) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "gold");
  const auto before = rows_in("SELECT COUNT(*) FROM history");
  EXPECT_EQ(choose(client, sheet, "coaching", "gold", 0).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM history"), before);
}

TEST_P(ScorePages, C_28_nobody_else_finds_a_sheet_whatever_their_role) {
  auto owner = client_of(hannah);
  const auto sheet = begin_sheet(owner);
  for (const auto& email : {marcus, priya, daniel}) {
    auto other = client_of(email);
    EXPECT_EQ(other.get(sheet).status, 404) << email;
    EXPECT_EQ(other.get_json(sheet + "/result").status, 404) << email;
    EXPECT_EQ(choose(other, sheet, "coaching", "gold").status, 404) << email;
    EXPECT_EQ(other.post_form(sheet + "/bin", {}).status, 404) << email;
  }
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement"), 0);
}

TEST_P(ScorePages, C_6_names_a_level_that_does_not_exist_and_a_member_nobody_knows) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  EXPECT_EQ(choose(client, sheet, "coaching", "diamond").status, 422);
  const auto unknown =
      client.post_json(sheet + "/judgements/coaching", R"({"levl": "gold", "version": 0})");
  EXPECT_EQ(unknown.status, 422);
  EXPECT_THAT(unknown.body, HasSubstr("levl"));
  EXPECT_EQ(choose(client, sheet, "nonsense", "gold").status, 404);
}

TEST_P(ScorePages, C_23_does_not_stop_whoever_judges_another_theme_lower_now) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  for (const auto* element : testing::tutoring().elements())
    EXPECT_EQ(choose(client, sheet, element->key, "platinum").status, 200) << element->key;
  EXPECT_EQ(choose(client, sheet, "coaching", "gold", 1).status, 200);
  const auto finished = client.post_json(sheet + "/submission", "{}");
  EXPECT_EQ(finished.status, 422);
  EXPECT_THAT(finished.body, HasSubstr("own-development"));
}

TEST_P(ScorePages, json_that_finishes_tells_the_finished_sheet_or_why_not) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto early = client.post_json(
      sheet + "/judgements", R"({"coaching": {"level": "gold", "version": 0}, "then": "finish"})");
  EXPECT_EQ(early.status, 422);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement"), 0);
  EXPECT_EQ(client.post_json(sheet + "/judgements", R"({"then": "explode"})").status, 422);
  for (const auto* element : testing::tutoring().elements())
    choose(client, sheet, element->key, "silver");
  const auto done = client.post_json(sheet + "/judgements", R"({"then": "finish"})");
  EXPECT_EQ(done.status, 200);
  EXPECT_NE(member(done, "finished_at"), "null");
}

TEST_P(ScorePages, what_was_typed_is_shown_again_when_the_sheet_was_finished_elsewhere) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto page = client.post_form(
      sheet + "/judgements",
      {{"coaching.level", "gold"}, {"coaching.note", "typed too late"}, {"coaching.version", "1"}});
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("typed too late"));
  EXPECT_THAT(page.body, HasSubstr("This score sheet is finished"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE level = 'gold'"), 0);
}

TEST_P(ScorePages, a_finished_sheet_refuses_what_comes_too_late_alike_on_every_route) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  const auto one = sheet + "/judgements/coaching";
  const auto all = sheet + "/judgements";
  for (const auto& answer :
       {client.post_json(one, R"({"level": "gold", "version": 1})"),
        client.post_json(all, R"({"coaching": {"level": "gold", "version": 1}})"),
        client.post_json(one, R"({"level": "diamond", "version": 1})"),
        client.post_form(one, {{"level", "gold"}, {"version", "1"}}),
        client.post_form(all, {{"coaching.level", "gold"}, {"coaching.version", "1"}})}) {
    EXPECT_EQ(answer.status, 409);
    EXPECT_THAT(answer.body, HasSubstr("This score sheet is finished"));
  }
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE level = 'gold'"), 0);
}

TEST_P(ScorePages, complaints_name_fields_as_they_were_sent) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto one = sheet + "/judgements/coaching";
  const auto all = sheet + "/judgements";
  const std::string note(2001, 'x');
  const auto field = [](std::string_view name) {
    return HasSubstr(R"("field":")" + std::string(name) + '"');
  };
  EXPECT_THAT(choose(client, sheet, "coaching", "diamond").body, field("level"));
  EXPECT_THAT(choose(client, sheet, "own-development", "platinum").body, field("level"));
  EXPECT_THAT(client.post_json(one, R"({"note": ")" + note + R"(", "version": 0})").body,
              field("note"));
  EXPECT_THAT(client.post_json(one, R"({"levl": "gold"})").body, field("levl"));
  EXPECT_THAT(client.post_json(all, R"({"coaching": {"level": "diamond"}})").body,
              field("coaching.level"));
  EXPECT_THAT(client.post_json(all, R"({"own-development": {"level": "platinum"}})").body,
              field("own-development.level"));
  EXPECT_THAT(client.post_json(all, R"({"coaching": {"note": ")" + note + R"("}})").body,
              field("coaching.note"));
}

TEST_P(ScorePages, one_theme_refused_without_script_is_shown_on_the_whole_page) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto page = client.post_form(sheet + "/judgements/coaching",
                                     {{"level", "diamond"}, {"note", "kept"}, {"version", "0"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr(R"(href="#coaching.level")"));
  EXPECT_THAT(page.body, HasSubstr("kept"));
}

TEST_P(ScorePages, says_when_it_was_judged_by_the_clock_of_the_organisation) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "gold");
  choose(client, sheet, "core-values", "gold");
  choose(client, sheet, "coaching", "silver", 1);
  const auto day = std::chrono::sys_days(std::chrono::year(2027) / 1 / 19);
  read([&](sql::Read& read) {
    int found = 0;
    for (const auto& row : read.rows("SELECT at FROM judgement WHERE ws = ?", demo_.eastmere)) {
      ++found;
      EXPECT_EQ(std::chrono::floor<std::chrono::days>(row.get<Moment>(0)), day);
    }
    EXPECT_EQ(found, 2);
  });
}

TEST_P(ScorePages, finishes_when_every_theme_has_an_answer_and_then_keeps_the_sheet) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  finish_at(client, sheet, "silver");
  EXPECT_EQ(rows_in("SELECT total FROM self_assessment"), 60);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM submission WHERE kind = 'finish'"), 1);
  EXPECT_EQ(choose(client, sheet, "coaching", "gold", 1).status, 409);
  const auto result = client.get(sheet + "/result");
  EXPECT_THAT(result.body, HasSubstr("Gold: 60 of 100 points"));
  EXPECT_THAT(result.body, HasSubstr("Open it again"));
}

TEST_P(ScorePages, C_12_does_not_finish_with_themes_open_but_says_which) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto answer =
      client.post_form(sheet + "/judgements",
                       {{"coaching.level", "gold"}, {"coaching.version", "0"}, {"then", "finish"}});
  EXPECT_EQ(answer.status, 303);
  const auto result = client.get(answer.header("location"));
  EXPECT_THAT(result.body, HasSubstr("Not judged yet"));
  EXPECT_THAT(result.body, HasSubstr("8 points so far"));
  EXPECT_THAT(result.body, Not(HasSubstr("Open it again")));
}

}  // namespace
}  // namespace touchstone::self_assessment
