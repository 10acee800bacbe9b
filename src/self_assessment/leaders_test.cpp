#include "self_assessment/institution_world_test.h"
#include "self_assessment/leaders_store.h"
#include "self_assessment/panel.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Leaders : public InstitutionWorld {};
INSTANTIATE_ON_BOTH_DATABASES(Leaders);

TEST_P(Leaders, C_29_the_leaders_judge_by_a_panel_with_what_it_rests_on_and_it_is_kept) {
  auto client = client_of(margaret);
  const auto saved = client.post_form(judging, judgement("finish"));
  EXPECT_EQ(saved.status, 303) << saved.body;
  EXPECT_THAT(page(), HasSubstr("Gold: 60 of 100 points. Judged by Margaret Okonjo and Priya"));
  EXPECT_THAT(page(), HasSubstr("Seen in Core values"));
  EXPECT_THAT(json(), HasSubstr(R"("leaders":{"total":60,"band":"gold")"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM spread"), 0) << "leaders are not counted among tutors";
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment WHERE standing = 'leaders' AND "
                    "finished_at IS NOT NULL"),
            1);
}

TEST(Panel, C_29_names_on_lines_of_their_own_get_a_comma_between_them) {
  EXPECT_EQ(names_in_one_line("Margaret Okonjo\nPriya Raman, Daniel Ashworth"),
            "Margaret Okonjo, Priya Raman, Daniel Ashworth");
  EXPECT_EQ(names_in_one_line("  Margaret Okonjo,\r\n\r\n Priya Raman and\nDaniel Ashworth\n"),
            "Margaret Okonjo, Priya Raman and Daniel Ashworth");
  EXPECT_EQ(names_in_one_line("Margaret Okonjo\nand Priya Raman"),
            "Margaret Okonjo and Priya Raman");
  EXPECT_EQ(names_in_one_line("Margaret Okonjo and Priya Raman"),
            "Margaret Okonjo and Priya Raman");
  EXPECT_EQ(names_in_one_line(" \n"), "");
}

TEST_P(Leaders, C_29_names_typed_on_lines_of_their_own_do_not_run_together) {
  auto client = client_of(margaret);
  auto fields = judgement("finish");
  for (auto& [name, value] : fields)
    if (name == "panel") value = "Margaret Okonjo\r\nPriya Raman, Daniel Ashworth";
  ASSERT_EQ(client.post_form(judging, fields).status, 303);
  EXPECT_THAT(page(), HasSubstr("Judged by Margaret Okonjo, Priya Raman, Daniel Ashworth, fin"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM panel WHERE names LIKE 'Margaret Okonjo, Priya%'"), 1);
}

TEST_P(Leaders, C_29_a_finished_judgement_of_the_leaders_never_changes) {
  auto client = client_of(margaret);
  auto fields = judgement("save");
  ASSERT_EQ(client.post_form(judging, fields).status, 303);
  std::string id;
  read([&](sql::Read& read) {
    auto rows = read.rows("SELECT id FROM self_assessment WHERE standing = 'leaders'");
    id = to_text(rows.next()->get<Id<ScoreSheet>>(0));
  });
  fields = judgement("finish", "1");
  fields.emplace_back("sheet", id);
  ASSERT_EQ(client.post_form(judging, fields).status, 303);
  EXPECT_EQ(client.post_form(judging, fields).status, 409);
  const auto address = "/eastmere/self-assessments/" + id;
  for (const auto* part : {"/reopening", "/bin", "/judgements"})
    EXPECT_EQ(client.post_form(address + part, {}).status, 404);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 1);
}

TEST_P(Leaders, C_29_it_is_not_finished_without_names_levels_and_reasons) {
  auto client = client_of(margaret);
  const auto answer =
      client.post_form(judging, {{"then", "finish"}, {"coaching.level", "gold"}, {"panel", ""}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("Name those who judge together."));
  EXPECT_THAT(answer.body, HasSubstr("Choose a level for “Core values”."));
  EXPECT_THAT(answer.body, HasSubstr("Say what the level of “Core values” rests on."));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 0);
}

TEST_P(Leaders, C_23_X_6_platinum_in_own_development_is_refused_to_leaders_too) {
  auto client = client_of(margaret);
  auto fields = judgement("finish");
  std::string body = R"({"then":"finish","panel":"Margaret Okonjo")";
  for (auto& [name, value] : fields) {
    if (name == "own-development.level") value = "platinum";
    if (name.ends_with(".level"))
      body +=
          ",\"" + name.substr(0, name.find('.')) + R"(":{"note":"Seen","level":")" + value + "\"}";
  }
  const auto page = client.post_form(judging, fields);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("own-development.level-error"));
  const auto json = client.post_json(judging, body + "}");
  EXPECT_EQ(json.status, 422);
  EXPECT_THAT(json.body, HasSubstr(R"("field":"own-development.level")"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 0);
}

TEST_P(Leaders, C_29_whoever_judges_among_the_leaders_may_have_a_view_of_their_own_beside_it) {
  auto client = client_of(margaret);
  const auto views = institution + "/views";
  const http::testing::Pairs tutoring{{"standard", "personal-tutoring@1.0"}};
  ASSERT_EQ(client.post_form(judging, judgement("save")).status, 303);
  const auto begun = client.post_form(views, tutoring);
  ASSERT_EQ(begun.status, 303) << begun.body;
  const std::string own(begun.header("location"));
  ASSERT_EQ(client.post_form(own + "/bin", {}).status, 303);
  EXPECT_EQ(client.post_form(own + "/restoration", {}).status, 303);
  finish_at(client, own, "bronze");
  EXPECT_EQ(client.post_form(own + "/reopening", {}).status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment WHERE finished_at IS NULL"), 2);
  EXPECT_EQ(client.post_form(views, tutoring).header("location"), own) << "one of each at a time";
}

TEST_P(Leaders, C_29_a_view_of_ones_own_that_is_open_keeps_nobody_from_judging_among_the_leaders) {
  auto client = client_of(margaret);
  ASSERT_EQ(
      client.post_form(institution + "/views", {{"standard", "personal-tutoring@1.0"}}).status,
      303);
  const auto saved = client.post_form(judging, judgement("save"));
  EXPECT_EQ(saved.status, 303) << saved.body;
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment WHERE finished_at IS NULL"), 2);
}

TEST_P(Leaders, two_who_judge_at_once_do_not_overwrite_each_other_unseen) {
  auto client = client_of(margaret);
  ASSERT_EQ(client
                .post_form(judging, {{"then", "save"},
                                     {"coaching.level", "gold"},
                                     {"coaching.note", "First words"},
                                     {"coaching.version", "0"}})
                .status,
            303);
  const auto clash = client.post_form(judging, {{"then", "save"},
                                                {"coaching.level", "silver"},
                                                {"coaching.note", "Second words"},
                                                {"coaching.version", "0"}});
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr("First words"));
  EXPECT_THAT(clash.body, HasSubstr("Second words"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE note = 'Second words'"), 0);
}

TEST_P(Leaders, C_29_a_form_older_than_a_finished_judgement_does_not_take_its_place_unseen) {
  auto client = client_of(margaret);
  const auto opened = client.get(judging).body;
  ASSERT_EQ(client.post_form(judging, judgement("finish")).status, 303);
  auto stale = judgement("finish");
  for (auto& [name, value] : stale) {
    if (name == "coaching.level") value = "bronze";
    if (name == "coaching.note") value = "Words of the old form";
    if (name == "panel") value = "Somebody else";
  }
  stale.emplace_back("sheet", hidden_field(opened, "sheet"));
  stale.emplace_back("finished", hidden_field(opened, "finished"));
  const auto clash = client.post_form(judging, stale);
  EXPECT_EQ(clash.status, 409);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 1);
  EXPECT_THAT(page(), HasSubstr("Gold: 60 of 100 points. Judged by Margaret Okonjo and Priya"));
  // Both texts, and the way on: what was typed begins another once it is sent again.
  EXPECT_THAT(clash.body, HasSubstr("Margaret Okonjo and Priya Raman finished a judgement"));
  EXPECT_THAT(clash.body, HasSubstr("“Coaching” stands at Silver there: “Seen in Coaching”."));
  EXPECT_THAT(clash.body, HasSubstr("Words of the old form"));
  EXPECT_THAT(clash.body, Not(HasSubstr("“Core values” stands at Silver there")));
  stale.pop_back();
  stale.emplace_back("finished", hidden_field(clash.body, "finished"));
  EXPECT_EQ(client.post_form(judging, stale).status, 303);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 2);
  EXPECT_THAT(page(), HasSubstr("Judged by Somebody else"));
}

TEST_P(Leaders, C_29_json_that_names_no_finished_judgement_does_not_replace_one) {
  auto client = client_of(margaret);
  std::string body = R"({"then":"finish","panel":"A and B")";
  for (const auto* element : testing::tutoring().elements())
    body += ",\"" + element->key + R"(":{"level":"silver","note":"Seen","version":0})";
  ASSERT_EQ(client.post_json(judging, body + "}").status, 200);
  const auto clash = client.post_json(judging, body + "}");
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr("A and B finished a judgement"));
  const auto kept = client.get_json(judging).body;
  const auto from = kept.find("\"finished\":");
  ASSERT_NE(from, std::string::npos) << kept;
  const auto finished = kept.substr(from, kept.find_first_of(",}", from) - from);
  EXPECT_EQ(client.post_json(judging, body + "," + finished + "}").status, 200);
}

TEST_P(Leaders, what_was_typed_over_a_judgement_that_was_finished_meanwhile_is_not_lost) {
  auto client = client_of(margaret);
  ASSERT_EQ(client.post_form(judging, judgement("save")).status, 303);
  const auto opened = client.get(judging).body;
  auto theirs = judgement("finish", "1");
  theirs.emplace_back("sheet", hidden_field(opened, "sheet"));
  ASSERT_EQ(client.post_form(judging, theirs).status, 303);
  auto mine = judgement("save", "1");
  for (auto& [name, value] : mine)
    if (name == "coaching.note") value = "Typed meanwhile";
  mine.emplace_back("sheet", hidden_field(opened, "sheet"));
  mine.emplace_back("finished", hidden_field(opened, "finished"));
  const auto clash = client.post_form(judging, mine);
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr("Typed meanwhile"));
  EXPECT_EQ(hidden_field(clash.body, "coaching.version"), "0");
  EXPECT_EQ(hidden_field(clash.body, "sheet"), "");
}

TEST_P(Leaders, C_29_only_who_may_judge_the_whole_sees_and_makes_the_leaders_judgement) {
  for (const auto& who : {hannah, priya, daniel, grace}) {
    auto client = client_of(who);
    EXPECT_EQ(client.get(judging).status, 404) << who;
    EXPECT_EQ(client.post_form(judging, judgement("finish")).status, 404) << who;
  }
  EXPECT_EQ(client_of(margaret).get(judging).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM self_assessment"), 0);
}

}  // namespace
}  // namespace touchstone::self_assessment
