// Score sheets against a standard with an area that is asked once for each type of provision.
#include <rapidcheck.h>

#include "platform/json/flatten.h"
#include "self_assessment/explainer.h"
#include "self_assessment/roll_up.h"
#include "self_assessment/score_command.h"
#include "self_assessment/sheets_world_test.h"
#include "self_assessment/showing_store.h"
#include "self_assessment/spread_store.h"
#include "standard/testing.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

standard::Pack provision() {
  return standard::read_pack(standard::testing::repeated_pack).value();
}
const standard::Content& asked_twice() {
  static const auto content = provision().content;
  return *content;
}

std::vector<Judgement> all_at(std::string_view level) {
  std::vector<Judgement> judgements;
  for (const auto* element : asked_twice().elements()) {
    judgements.push_back({.element = element->key});
    set_answer(judgements.back(), level, asked_twice().scale_of(*element));
  }
  return judgements;
}

TEST(RepeatedThemes, C_8_add_up_over_every_value_and_per_printed_page) {
  const auto result = roll_up(asked_twice(), "person", all_at("high"));
  EXPECT_EQ(result.total, 24);
  EXPECT_EQ(result.maximum, 24);
  ASSERT_EQ(result.subtotals.size(), 2u);
  EXPECT_EQ(result.subtotals[1].maximum, 16);
  EXPECT_EQ(result.band, "high");
}

TEST(RepeatedThemes, C_12_come_to_no_overall_level_while_one_value_is_not_judged) {
  auto judgements = all_at("high");
  set_answer(judgements.back(), "", asked_twice().scales.front());
  const auto result = roll_up(asked_twice(), "person", judgements);
  EXPECT_EQ(result.answered, 5);
  EXPECT_FALSE(result.band);
}

TEST(RepeatedThemes, C_8_each_value_adds_its_own_points_and_no_other) {
  EXPECT_TRUE(rc::check([] {
    const auto elements = asked_twice().elements();
    std::vector<Judgement> judgements;
    int points = 0;
    for (const auto* element : elements) {
      const auto answer = *rc::gen::element<std::string>("", "low", "high", "below_minimum");
      judgements.push_back({.element = element->key});
      set_answer(judgements.back(), answer, asked_twice().scale_of(*element));
      points += answer == "low" ? 2 : answer == "high" ? 4 : 0;
    }
    const auto at = *rc::gen::inRange<std::size_t>(0, elements.size());
    const auto whole = roll_up(asked_twice(), "person", judgements);
    RC_ASSERT(whole.total == points);
    const auto of_it = whole.rows[at].points;
    judgements.erase(judgements.begin() + static_cast<std::ptrdiff_t>(at));
    RC_ASSERT(roll_up(asked_twice(), "person", judgements).total == points - of_it);
  }));
}

TEST(RepeatedThemes, C_19_move_value_by_value) {
  auto before = all_at("low");
  auto after = before;
  set_answer(after[2], "high", asked_twice().scales.front());  // curriculum@adults
  const auto moves = moves_between(asked_twice(), roll_up(asked_twice(), "person", before),
                                   roll_up(asked_twice(), "person", after));
  for (const auto& move : moves) EXPECT_EQ(move.levels, move.theme == "curriculum@adults" ? 1 : 0);
}

TEST(RepeatedThemes, C_23_another_value_of_the_same_element_is_no_other_theme) {
  std::string text(standard::testing::repeated_pack);
  const std::string planned = "high: {short: It is planned well.}";
  text.replace(text.find(planned), planned.size(),
               "high: {short: It is planned well., facts: [{fact: all-other-elements-at, level: "
               "high}]}");
  const auto content = standard::read_pack(text).value().content;
  auto judgements = all_at("high");
  set_answer(judgements[4], "low", content->scales.front());  // curriculum@apprentices
  EXPECT_TRUE(complaints_about(judgements, *content, "person").empty());
  set_answer(judgements[3], "low", content->scales.front());  // achievement@adults
  EXPECT_EQ(complaints_about(judgements, *content, "person").begin()->field,
            "curriculum@adults.level");
}

TEST(RepeatedThemes, are_scored_from_a_file_by_the_key_of_what_is_asked) {
  std::ostringstream out, err;
  EXPECT_EQ(score_command(R"({"safety": "low", "curriculum@adults": "high"})", asked_twice(),
                          "person", out, err),
            0);
  EXPECT_THAT(out.str(), HasSubstr(R"("theme":"curriculum@adults","level":"high","points":4)"));
  for (const auto* wrong : {"curriculum", "curriculum@none", "safety@adults", "@adults"}) {
    std::ostringstream refusal;
    EXPECT_EQ(score_command("{\"" + std::string(wrong) + "\": \"low\"}", asked_twice(), "person",
                            out, refusal),
              2);
    EXPECT_THAT(refusal.str(), HasSubstr(std::string(wrong) + ": provision@1 has no theme"));
  }
}

class RepeatedSheets : public SheetsWorld {
 protected:
  RepeatedSheets() {
    write_in(demo_.eastmere,
             [](sql::Write& write) { ASSERT_TRUE(standard::import(write, provision())); });
  }

  static std::string begin_provision(http::testing::Client& client) {
    const auto answer = client.post_form("/eastmere/self-assessments",
                                         {{"standard", "provision@1"}, {"name", "Spring 2027"}});
    EXPECT_EQ(answer.status, 303) << answer.body;
    return std::string(answer.header("location"));
  }
  // Every theme at one level, but for those given.
  static http::testing::Pairs answers(const std::string& level,
                                      const std::map<std::string, std::string>& others = {}) {
    http::testing::Pairs fields{{"then", "finish"}};
    for (const auto* element : asked_twice().elements()) {
      const auto other = others.find(element->key);
      fields.emplace_back(element->key + ".level", other == others.end() ? level : other->second);
      fields.emplace_back(element->key + ".version", "0");
    }
    return fields;
  }
  std::int64_t standing_at(const std::string& element, const std::string& level) {
    std::int64_t people = 0;
    read([&](sql::Read& read) {
      const auto against = standard::version_at(read, demo_.eastmere.value, "provision@1").value();
      for (const auto& cell : spread_of(read, demo_.eastmere.value, against.id, "person"))
        if (cell.element == element && cell.level == level) people += cell.people;
    });
    return people;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(RepeatedSheets);

TEST_P(RepeatedSheets, ask_each_value_under_a_heading_that_says_it) {
  auto client = client_of(hannah);
  const auto page = client.get(begin_provision(client)).body;
  for (const auto* title : {"Adult learning: Curriculum", "Apprenticeships: Curriculum",
                            "Adult learning: Achievement", "Apprenticeships: Achievement"})
    EXPECT_THAT(page, HasSubstr("<h2 class=\"ts-theme__title\">" + std::string(title) + " <span"));
  EXPECT_THAT(page, HasSubstr(R"(name="curriculum@adults.level" value="low")"));
  EXPECT_THAT(page, HasSubstr("6 of 6"));
}

TEST_P(RepeatedSheets, what_is_saved_for_one_value_never_shows_for_another) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  EXPECT_EQ(client
                .post_json(sheet + "/judgements/curriculum%40adults",
                           R"({"level": "high", "note": "For adults", "version": 0})")
                .status,
            200);
  const auto json = client.get_json(sheet).body;
  EXPECT_THAT(json, AllOf(HasSubstr(R"("theme":"curriculum@adults","level":"high","note":"For )"),
                          HasSubstr(R"("theme":"curriculum@apprentices","level":null,"note":"")")));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE element = 'curriculum' AND dimension = "
                    "'adults' AND level = 'high'"),
            1);
}

TEST_P(RepeatedSheets, keep_what_is_unticked_with_its_value) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  const auto refused =
      client.post_json(sheet + "/judgements/curriculum%40adults",
                       R"({"level": "high", "unticked": ["low.plan"], "version": 0})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(client
                .post_json(sheet + "/judgements/curriculum%40adults",
                           R"({"level": "", "unticked": ["low.plan"], "version": 0})")
                .status,
            200);
  EXPECT_EQ(client
                .post_json(sheet + "/judgements/curriculum%40apprentices",
                           R"({"level": "high", "version": 0})")
                .status,
            200);
}

TEST_P(RepeatedSheets, a_clash_over_one_value_leaves_the_other_alone) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  const auto save = [&](const std::string& theme, const std::string& level) {
    return client.post_json(sheet + "/judgements/" + theme,
                            R"({"level": ")" + level + R"(", "version": 0})");
  };
  EXPECT_EQ(save("curriculum%40adults", "high").status, 200);
  EXPECT_EQ(save("curriculum%40apprentices", "low").status, 200);
  EXPECT_EQ(save("curriculum%40adults", "low").status, 409);
  const auto page = client.post_form(sheet + "/judgements", answers("low"));
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body,
              HasSubstr("<h2 class=\"govuk-heading-m\">Adult learning: Curriculum</h2>"));
  EXPECT_THAT(page.body, Not(HasSubstr("govuk-heading-m\">Apprenticeships: Curriculum</h2>")));
}

TEST_P(RepeatedSheets, one_form_without_scripting_finishes_and_its_result_names_every_value) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  EXPECT_EQ(
      client.post_form(sheet + "/judgements", answers("low", {{"achievement@adults", "high"}}))
          .header("location"),
      sheet + "/result");
  const auto result = client.get(sheet + "/result").body;
  EXPECT_THAT(result, HasSubstr("Low: 14 of 24 points"));
  EXPECT_THAT(result, HasSubstr("Highest: Adult learning: Achievement, at High."));
  EXPECT_EQ(standing_at("achievement@adults", "high"), 1);
  EXPECT_EQ(standing_at("achievement@apprentices", "low"), 1);
  EXPECT_EQ(standing_at("achievement", "low"), 0);
  read([](sql::Read& read) { EXPECT_THAT(spread_problems(read), IsEmpty()); });
}

TEST_P(RepeatedSheets, C_5_what_is_not_part_of_the_job_is_so_for_one_value) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  client.post_form(sheet + "/judgements",
                   answers("low", {{"curriculum@apprentices", "not_my_job"},
                                   {"achievement@apprentices", "not_my_job"}}));
  const auto json = client.get_json(sheet).body;
  EXPECT_THAT(json, HasSubstr(R"("theme":"curriculum@apprentices","level":"not_my_job")"));
  EXPECT_THAT(json, HasSubstr(R"("theme":"curriculum@adults","level":"low")"));
}

TEST_P(RepeatedSheets, C_18_a_target_is_set_for_one_value) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  client.post_form(sheet + "/judgements", answers("low"));
  EXPECT_EQ(
      client
          .post_form(sheet + "/targets/curriculum%40adults",
                     {{"text", "Plan with adults"}, {"level_aimed", "high"}, {"version", "0"}})
          .status,
      303);
  const auto json = client.get_json(sheet).body;
  EXPECT_THAT(json,
              HasSubstr(R"("targets":[{"theme":"curriculum@adults","text":"Plan with adults")"));
}

TEST_P(RepeatedSheets, C_19_last_time_stands_beside_the_same_value) {
  auto client = client_of(hannah);
  client.post_form(begin_provision(client) + "/judgements",
                   answers("low", {{"curriculum@adults", "high"}}));
  const auto second = begin_provision(client);
  const auto json = client.get_json(second).body;
  EXPECT_THAT(json, HasSubstr(R"("theme":"curriculum@adults","level":null,"note":"","unticked":[],)"
                              R"("items":[],"version":0,"last_time":"high")"));
  EXPECT_THAT(json, HasSubstr(R"("theme":"curriculum@apprentices","level":null,"note":"",)"
                              R"("unticked":[],"items":[],"version":0,"last_time":"low")"));
}

TEST_P(RepeatedSheets, C_27_one_value_is_shared_and_no_other) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  client.post_form(sheet + "/judgements", answers("low", {{"curriculum@adults", "high"}}));
  const auto shared = client.post_json(
      sheet + "/shares", R"({"email": ")" + marcus + R"(", "part": "curriculum@adults"})");
  EXPECT_EQ(shared.status, 201) << shared.body;
  EXPECT_THAT(shared.body, HasSubstr(R"("theme":"curriculum@adults")"));
  auto other = client_of(marcus);
  const auto work = other.get("/eastmere/self-assessments").body;
  const auto at = work.find("/eastmere/shared/");
  ASSERT_NE(at, work.npos);
  const auto page = other.get(work.substr(at, work.find('"', at) - at)).body;
  EXPECT_THAT(page, HasSubstr("Adult learning: Curriculum"));
  EXPECT_THAT(page, Not(HasSubstr("Apprenticeships: Curriculum")));
}

TEST_P(RepeatedSheets, C_31_have_a_table_for_each_value_on_paper) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  client.post_form(sheet + "/judgements", answers("low"));
  const auto paper = client.get(sheet + "/paper").body;
  EXPECT_THAT(paper, HasSubstr("<caption>Adult learning: Teaching</caption>"));
  EXPECT_THAT(paper, HasSubstr("<caption>Apprenticeships: Teaching</caption>"));
  EXPECT_THAT(paper, HasSubstr("8 of 16"));
}

TEST_P(RepeatedSheets, C_24_evidence_is_attached_for_one_value) {
  auto client = client_of(hannah);
  const auto sheet = begin_provision(client);
  evidence::Piece piece{.id = Id<evidence::Piece>::fresh(), .title = "What the observer wrote"};
  piece.kind = "quote";
  piece.text = "Adults plan for themselves.";
  piece.about_on = piece.came_on = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);
  read([&](sql::Read& read) {
    piece.made_by = people::person_by_email(read, demo_.eastmere, hannah).value().id;
  });
  write({.workspace = demo_.eastmere.value, .person = piece.made_by.value},
        [&](sql::Write& write) { evidence::add(write, piece, now()); });
  EXPECT_EQ(
      client.post_form(sheet + "/evidence/curriculum%40adults", {{"piece", to_text(piece.id)}})
          .status,
      303);
  EXPECT_THAT(client.get(sheet + "/evidence/curriculum%40adults").body,
              HasSubstr("evidence for Adult learning: Curriculum"));
  EXPECT_THAT(client.get_json(sheet + "/evidence/curriculum%40apprentices").body,
              HasSubstr(R"("items":[])"));
  EXPECT_EQ(client.get(sheet + "/evidence/curriculum").status, 404);
}

TEST_P(RepeatedSheets, C_28_figures_tell_each_value_by_itself_and_only_of_five_people) {
  std::size_t finished = 0;
  const auto figures = [&] {
    write_in(demo_.eastmere,
             [&](sql::Write& write) { show_all_figures(write, std::chrono::year(2027) / 1 / 19); });
    return client_of(priya).get_json("/eastmere/institution?standard=provision@1").body;
  };
  for (const auto& each : demo_.people) {
    if (!each.role.starts_with("tutor") || finished == 10) continue;
    if (finished++ == 4) {
      EXPECT_THAT(figures(), HasSubstr(R"("tutors_on_themselves":null)"));
    }
    auto client = client_of(each.person.email);
    client.post_form(begin_provision(client) + "/judgements",
                     answers("low", {{"curriculum@adults", "high"}}));
  }
  EXPECT_THAT(figures(),
              AllOf(HasSubstr(R"("theme":"curriculum@adults","middle_half":{"low":"high")"),
                    HasSubstr(R"("theme":"curriculum@apprentices","middle_half":{"low":"low")")));
}

TEST_P(RepeatedSheets, what_is_kept_is_told_with_its_value_and_erased) {
  auto client = client_of(hannah);
  client.post_form(begin_provision(client) + "/judgements", answers("low"));
  Id<people::Person> person{};
  read([&](sql::Read& read) {
    person = people::person_by_email(read, demo_.eastmere, hannah).value().id;
    std::vector<people::PersonalPart> parts;
    personal_room().tell(read, demo_.eastmere, person, parts);
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_TRUE(std::ranges::any_of(parts.front().facts, [](const auto& fact) {
      return fact.name == "Apprenticeships: Curriculum";
    }));
  });
  write_in(demo_.eastmere, [&](sql::Write& write) {
    std::vector<sql::Thing> things;
    personal_room().erase(write, person, things);
  });
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement"), 0);
}

}  // namespace
}  // namespace touchstone::self_assessment
