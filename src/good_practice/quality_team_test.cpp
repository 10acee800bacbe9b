#include "good_practice/ideas_world_test.h"
#include "good_practice/practice_store.h"
#include "good_practice/spreading_store.h"
#include "platform/document/confined.h"

// Meetings and the register.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class QualityTeam : public IdeasWorld {
 protected:
  static std::string begin_meeting(http::testing::Client& keeper) {
    const auto begun = keeper.post_form("/eastmere/ideas/meetings",
                                        {{"held_on", "2027-01-19"}, {"people", "Priya, Daniel"}});
    EXPECT_EQ(begun.status, 303) << begun.body;
    return std::string(begun.header("location"));
  }
};
INSTANTIATE_ON_BOTH_DATABASES(QualityTeam);

TEST_P(QualityTeam, E_8_a_minuted_decision_completes_recording_validation_and_sharing) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "oak");
  auto keeper = client_of(priya);
  const auto meeting = begin_meeting(keeper);
  EXPECT_THAT(keeper.get(meeting).body, HasSubstr("oak was done"));
  const auto minuted = id_of(meeting);
  EXPECT_THAT(keeper.get(item + "?meeting=" + minuted).body, HasSubstr("This goes into the"));
  decide(keeper, item, {{"decision", "agree"}, {"meeting", minuted}, {"reason", "All agreed"}});
  keeper.post_form(item + "/sharings", {{"channel", "blog"},
                                        {"audience", "All tutors"},
                                        {"shared_on", "2027-01-19"},
                                        {"meeting", minuted}});
  record(keeper, "elm", {{"source", "class_visit"}, {"tutor", owen}, {"meeting", minuted}});
  const auto minutes = keeper.get_json(meeting).body;
  for (const auto* text : {R"("what":"recorded")", "Validated: All agreed",
                           "shared: A blog or newsletter for tutors (All tutors)"})
    EXPECT_THAT(minutes, HasSubstr(text));
  const auto page = keeper.get(item).body;
  EXPECT_THAT(page, HasSubstr("The Quality Team meeting of 19 January 2027"));
  EXPECT_THAT(page, HasSubstr("Priya, Daniel"));
  EXPECT_THAT(client_of(owen).get(item).body, Not(HasSubstr("Priya, Daniel")));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE meeting IS NOT NULL"), 1);
}

TEST_P(QualityTeam, E_8_E_25_nobody_else_reads_the_minutes_or_puts_anything_into_them) {
  auto keeper = client_of(priya);
  const auto meeting = begin_meeting(keeper);
  auto finder = client_of(hannah);
  record(finder, "oak", {{"meeting", id_of(meeting)}});
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE meeting IS NOT NULL"), 0);
  for (const auto& email : {hannah, kevin, margaret}) {
    EXPECT_EQ(client_of(email).get(meeting).status, 403);
    EXPECT_EQ(client_of(email).post_form(meeting, {}).status, 403);
  }
}

TEST_P(QualityTeam, E_15_the_agenda_is_made_of_what_waits) {
  auto keeper = client_of(priya);
  auto finder = client_of(hannah);
  record(finder, "waits");
  const auto validated = record(finder, "validated");
  decide(keeper, validated, {{"decision", "agree"}});
  const auto told = keeper.get_json(begin_meeting(keeper)).body;
  const auto to_decide = told.find("to_decide"), to_share = told.find("to_share");
  const auto waits = told.find("waits was done"), agreed = told.find("validated was done");
  ASSERT_NE(waits, told.npos) << told;
  ASSERT_NE(agreed, told.npos) << told;
  EXPECT_LT(to_decide, waits);
  EXPECT_LT(waits, to_share);
  EXPECT_LT(to_share, agreed);
}

TEST_P(QualityTeam, E_15_an_old_meeting_shows_what_waited_on_its_day_and_not_what_waits_today) {
  auto finder = client_of(hannah);
  const auto then = record(finder, "waited-then");
  const auto before = record(finder, "settled-before");
  const auto after = record(finder, "came-after");
  auto keeper = client_of(priya);
  for (const auto& item : {then, before}) decide(keeper, item, {{"decision", "agree"}});
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto date = [&](const std::string& item, const char* came, const char* decided) {
      const auto id = Id<Practice>::from_text(id_of(item)).value();
      write.execute("UPDATE practice SET waiting_since = ? WHERE id = ?", came, id);
      write.execute("UPDATE practice_decision SET made_on = ?, waited_since = ? WHERE practice = ?",
                    decided, came, id);
    };
    date(then, "2027-01-02", "2027-01-15");
    date(before, "2027-01-02", "2027-01-05");
    date(after, "2027-01-16", "2027-01-16");
    write.record({"practice", demo_.eastmere.value, "dated", "{}"});
  });
  const auto begun = keeper.post_form("/eastmere/ideas/meetings",
                                      {{"held_on", "2027-01-12"}, {"people", "Priya"}});
  const auto page = keeper.get(std::string(begun.header("location"))).body;
  EXPECT_THAT(page, HasSubstr("What waited on that day"));
  EXPECT_THAT(page, HasSubstr("waited-then was done"));
  EXPECT_THAT(page, Not(HasSubstr("settled-before was done")));
  EXPECT_THAT(page, Not(HasSubstr("came-after was done")));
}

TEST_P(QualityTeam, all_that_waits_is_in_the_queue_the_longest_first) {
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto finder = people::person_by_email(write, demo_.eastmere, hannah).value().id;
    for (int i = 0; i < 53; ++i) {
      Practice practice{.id = Id<Practice>::fresh(),
                        .title = "Number " + std::to_string(i),
                        .did = "d",
                        .changed = "c",
                        .place = "p"};
      practice.finder = finder;
      practice.recorded_at = now();
      practice.waiting_since = plus_days(std::chrono::year(2027) / 1 / 1, -i);
      add(write, practice);
    }
  });
  auto keeper = client_of(priya);
  const auto first = keeper.get_json("/eastmere/ideas/waiting").body;
  EXPECT_LT(first.find("Number 52\""), first.find("Number 51\""));
  EXPECT_THAT(first, Not(HasSubstr("Number 2\"")));
  EXPECT_THAT(keeper.get("/eastmere/ideas/waiting").body, HasSubstr("Those that came later"));
  const auto rest = keeper.get_json(member(first, "next")).body;
  for (const auto* title : {"Number 2\"", "Number 1\"", "Number 0\""})
    EXPECT_THAT(rest, HasSubstr(title));
  EXPECT_THAT(rest, HasSubstr(R"("next":null)"));
  EXPECT_THAT(keeper.get("/eastmere/ideas").body, HasSubstr("53 ideas wait"));
}

TEST_P(QualityTeam, what_two_write_into_the_same_minutes_is_not_lost) {
  auto keeper = client_of(priya);
  const auto meeting = begin_meeting(keeper);
  const http::testing::Pairs first{
      {"held_on", "2027-01-19"}, {"people", "Priya"}, {"notes", "first"}, {"version", "1"}};
  EXPECT_EQ(keeper.post_form(meeting, first).status, 303);
  auto second = first;
  second[2].second = "second";
  const auto clash = client_of(daniel).post_form(meeting, second);
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr("second"));
  EXPECT_THAT(clash.body, HasSubstr("Elsewhere this is now “first”."));
  EXPECT_THAT(clash.body, HasSubstr(R"(name="version" value="2")"));
  second[3].second = "2";
  EXPECT_EQ(client_of(daniel).post_form(meeting, second).status, 303);
  const http::testing::Pairs far{{"held_on", "2031-01-19"}, {"people", "Priya"}};
  const auto refused = keeper.post_form("/eastmere/ideas/meetings", far);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Check the year"));
}

TEST_P(QualityTeam, a_clash_over_minutes_says_what_each_field_reads_now) {
  auto keeper = client_of(priya);
  const auto meeting = begin_meeting(keeper);
  const http::testing::Pairs first{
      {"held_on", "2027-01-18"}, {"people", "Priya and Daniel"}, {"notes", ""}, {"version", "1"}};
  ASSERT_EQ(keeper.post_form(meeting, first).status, 303);
  const http::testing::Pairs stale{
      {"held_on", "2027-01-19"}, {"people", "Priya"}, {"notes", "second"}, {"version", "1"}};
  const auto clash = client_of(daniel).post_form(meeting, stale);
  EXPECT_EQ(clash.status, 409);
  for (const auto* said :
       {"Elsewhere this is now “18 January 2027”.", "Elsewhere this is now “Priya and Daniel”.",
        "Elsewhere this was emptied.", "second"})
    EXPECT_THAT(clash.body, HasSubstr(said));
  const auto by_program = client_of(daniel).post_json(
      meeting,
      R"({"held_on": "2027-01-19", "people": "Priya and Daniel", "notes": "", "version": 1})");
  EXPECT_EQ(by_program.status, 409);
  EXPECT_THAT(by_program.body, HasSubstr(R"("field":"held_on")"));
  EXPECT_THAT(by_program.body, Not(HasSubstr(R"("field":"people")")));
}

TEST_P(QualityTeam, E_8_minutes_are_kept_as_word_and_pdf_by_those_who_may_read_them) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "oak");
  auto keeper = client_of(priya);
  const auto meeting = begin_meeting(keeper);
  decide(keeper, item,
         {{"decision", "agree"}, {"meeting", id_of(meeting)}, {"reason", "Łódź & all"}});
  const std::vector<std::pair<std::string, std::vector<std::string>>> kinds{
      {"docx", {"pandoc", "--standalone", "--from", "docx", "--to", "plain"}},
      {"pdf", {"pdftotext", "-layout", "-", "-"}}};
  for (const auto& [ending, reader] : kinds) {
    auto address = meeting + "/minutes.";
    address += ending;
    const auto text = document::run_confined(reader, keeper.get(address).body, {},
                                             {.time = std::chrono::seconds(60)});
    for (const auto* words : {"19 January 2027", "Priya, Daniel", "oak was done", "Łódź & all"})
      EXPECT_THAT(text.value(), HasSubstr(words)) << ending;
    EXPECT_EQ(client_of(hannah).get(address).status, client_of(hannah).get(meeting).status);
    EXPECT_THAT(client_of(hannah).get(address).body, Not(HasSubstr("Priya, Daniel")));
  }
}

TEST_P(QualityTeam, E_21_the_register_goes_on_from_page_to_page_and_says_each_once) {
  const auto item = listed("oak");
  // More than are read at once, of people and items that are looked up once.
  write_in(demo_.eastmere, [&](sql::Write& write) {
    for (int i = 0; i < 103; ++i) {
      auto copy =
          practice(write, demo_.eastmere.value, Id<Practice>::from_text(id_of(item)).value())
              .value();
      copy.id = Id<Practice>::fresh();
      add(write, copy);
      write.execute("UPDATE practice SET state = 'valid', listed = 1 WHERE ws = ? AND id = ?",
                    demo_.eastmere, copy.id);
      const auto valid = Gate::listed(write, demo_.eastmere.value, copy.id);
      begin_trial(write, *valid,
                  {.id = Id<Trial>::fresh(),
                   .practice = copy.id,
                   .person = Id<people::Person>::from_text(person_id(marcus)).value(),
                   .place = "Ward " + std::to_string(i),
                   .since = std::chrono::year(2027) / 1 / (10 + i % 7)},
                  now());
    }
  });
  std::set<std::string> places;
  std::size_t said = 0;
  std::string page = "/eastmere/ideas/register";
  for (int pages = 0; pages < 3; ++pages) {
    const auto told = client_of(priya).get_json(page).body;
    for (auto at = told.find("Ward "); at != told.npos; at = told.find("Ward ", at + 1)) {
      places.insert(told.substr(at, told.find('"', at) - at));
      ++said;
    }
    page = member(told, "next");
    EXPECT_EQ(page.empty(), pages == 2) << told;
  }
  EXPECT_EQ(said, 103U);
  EXPECT_EQ(places.size(), 103U);
  EXPECT_THAT(client_of(priya).get("/eastmere/ideas/register").body,
              HasSubstr("Those that began earlier"));
  const auto file = client_of(priya).get("/eastmere/ideas/register?as=file").body;
  EXPECT_EQ(std::ranges::count(file, '\n'), 104);
}

TEST_P(QualityTeam, E_21_E_25_the_register_is_a_page_and_a_file_and_heads_see_their_team) {
  const auto item = listed("=oak");
  client_of(owen).post_form(item + "/trials", {{"place", "Site"}});
  client_of(marcus).post_form(item + "/trials", {{"place", "Ward"}});
  auto keeper = client_of(priya);
  for (const auto* address : {"/eastmere/ideas/register", "/eastmere/ideas/register?as=file"}) {
    const auto all = keeper.get(address);
    EXPECT_EQ(all.status, 200);
    EXPECT_THAT(all.body, HasSubstr("Owen Cadwallader"));
    EXPECT_THAT(all.body, HasSubstr("Marcus Bright"));
    const auto part = client_of(kevin).get(address).body;
    EXPECT_THAT(part, HasSubstr("Owen Cadwallader"));
    EXPECT_THAT(part, Not(HasSubstr("Marcus Bright")));
    for (const auto& email : {hannah, sian, margaret})
      EXPECT_EQ(client_of(email).get(address).status, 403);
  }
  for (const auto& email : {priya, kevin})
    EXPECT_THAT(client_of(email).get("/eastmere/ideas").body, HasSubstr("/ideas/register\""));
  for (const auto& email : {hannah, margaret})
    EXPECT_THAT(client_of(email).get("/eastmere/ideas").body, Not(HasSubstr("/ideas/register\"")));
  EXPECT_THAT(keeper.get("/eastmere/ideas/register?as=file").body, HasSubstr("\"'=oak was done\""));
  const auto sheet = keeper.get("/eastmere/ideas/register?as=spreadsheet");
  EXPECT_THAT(sheet.body, ::testing::StartsWith("PK"));
  EXPECT_THAT(std::string(sheet.header("content-disposition")), HasSubstr("eastmere-ideas.xlsx"));
  EXPECT_EQ(client_of(hannah).get("/eastmere/ideas/register?as=spreadsheet").status, 403);
}

TEST_P(QualityTeam, C_32_E_1_a_weak_theme_is_told_what_works_for_colleagues) {
  self_assessment::add_routes(routes_);
  running_.reset();
  self_assessment::suggest_with(suggest_practice);
  start_with_files();
  const auto item = listed("oak", {{"theme", "personal-tutoring/coaching"}});
  auto finder = client_of(hannah);
  record(finder, "hidden", {{"theme", "personal-tutoring/observation"}});
  client_of(marcus).post_form(item + "/trials", {{"place", "Ward"}});
  auto tutor = client_of(owen);
  const auto begun = tutor.post_form("/eastmere/self-assessments",
                                     {{"standard", "personal-tutoring@1.0"}, {"name", "Now"}});
  const auto sheet = std::string(begun.header("location"));
  for (const auto* theme : {"coaching", "observation"})
    tutor.post_json(sheet + "/judgements/" + theme, R"({"level": "bronze", "version": 0})");
  const auto result = tutor.get(sheet + "/result").body;
  EXPECT_THAT(result, HasSubstr("1 colleague wrote down what works for them."));
  EXPECT_THAT(result, HasSubstr("/eastmere/ideas?theme=personal-tutoring%2Fcoaching"));
  EXPECT_THAT(result, Not(HasSubstr("personal-tutoring%2Fobservation")));
  tutor.post_json(sheet + "/judgements/coaching", R"({"level": "gold", "version": 1})");
  EXPECT_THAT(tutor.get(sheet + "/result").body, Not(HasSubstr("wrote down what works")));
}

TEST_P(QualityTeam, E_8_E_22_an_impact_that_a_meeting_records_stands_in_its_minutes) {
  const auto item = listed("oak");
  auto keeper = client_of(priya);
  const auto meeting = begin_meeting(keeper);
  const http::testing::Pairs impact{{"changed", "More of them stay."},
                                    {"scale", "team"},
                                    {"evidence", "Retention"},
                                    {"meeting", id_of(meeting)}};
  ASSERT_EQ(keeper.post_form(item + "/impacts", impact).status, 303);
  EXPECT_THAT(keeper.get_json(meeting).body,
              HasSubstr("impact recorded: More of them stay. (A whole team)"));
  EXPECT_THAT(keeper.get(meeting).body, HasSubstr("impact recorded: More of them stay."));
}

TEST_P(QualityTeam, E_15_E_22_the_agenda_counts_what_came_with_what_was_put_together) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  auto keeper = client_of(priya);
  const auto merge = [&] {
    return decide(keeper, item,
                  {{"decision", "merge"}, {"into", id_of(kept)}, {"confirmed", "yes"}});
  };
  auto trying = client_of(owen);
  trying.post_form(item + "/trials", {{"place", "Site"}});
  const auto told = trying.get_json(item).body;
  const auto trial = told.substr(told.find("/eastmere/ideas/trials/"), 49);
  ASSERT_EQ(trying
                .post_form(trial, {{"outcome", "better"},
                                   {"difference", "none"},
                                   {"report", "It went well"},
                                   {"again", "yes"},
                                   {"version", "1"}})
                .status,
            303);
  ASSERT_EQ(merge().status, 303);
  const auto meeting = begin_meeting(keeper);
  const auto asked = [&] {
    const auto agenda = keeper.get_json(meeting).body;
    const auto from = agenda.find("to_assess");
    return agenda.substr(from, agenda.find("minutes", from) - from);
  };
  EXPECT_THAT(asked(), HasSubstr("ebony was done")) << "a report came with the other one";
  ASSERT_EQ(keeper.post_form(item + "/separation", {}).status, 303);
  keeper.post_form(item + "/impacts",
                   {{"changed", "More stay"}, {"scale", "team"}, {"evidence", "Retention"}});
  ASSERT_EQ(merge().status, 303);
  EXPECT_THAT(asked(), Not(HasSubstr("ebony was done"))) << "and so did the impact";
}

TEST_P(QualityTeam, E_15_what_was_sent_back_in_a_meeting_had_waited_for_it_though_it_came_again) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "waited-then");
  auto keeper = client_of(priya);
  decide(keeper, item, {{"decision", "send_back"}, {"reason", "Say where"}});
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto id = Id<Practice>::from_text(id_of(item)).value();
    write.execute(
        "UPDATE practice_decision SET made_on = '2027-01-12', waited_since = '2027-01-02' WHERE "
        "practice = ?",
        id);
    write.execute("UPDATE practice SET waiting_since = '2027-01-02' WHERE id = ?", id);
    write.record({"practice", id.value, "dated", "{}"});
  });
  const auto meeting = std::string(
      keeper.post_form("/eastmere/ideas/meetings", {{"held_on", "2027-01-12"}, {"people", "Priya"}})
          .header("location"));
  EXPECT_THAT(keeper.get(meeting).body, HasSubstr("waited-then was done"));
  ASSERT_EQ(finder
                .post_form(item, {{"did", "waited-then was done."},
                                  {"changed", "c"},
                                  {"place", "p"},
                                  {"source", "own_teaching"},
                                  {"version", version_in(finder.get_json(item).body)}})
                .status,
            303);
  EXPECT_THAT(keeper.get(meeting).body, HasSubstr("waited-then was done"));
}

TEST_P(QualityTeam, C_32_what_somebody_tried_themselves_is_no_news_of_colleagues) {
  const auto item = listed("oak", {{"theme", "personal-tutoring/coaching"}});
  const auto known = [&](const std::string& email) {
    const auto who = Id<people::Person>::from_text(person_id(email)).value();
    KnownAbout found;
    read([&](sql::Read& read) {
      found = known_about(read, demo_.eastmere.value, "personal-tutoring/coaching", who);
    });
    return found.tried;
  };
  client_of(owen).post_form(item + "/trials", {{"place", "Site"}});
  EXPECT_EQ(known(owen), 0);
  EXPECT_EQ(known(marcus), 1);
}

}  // namespace
}  // namespace touchstone::good_practice
