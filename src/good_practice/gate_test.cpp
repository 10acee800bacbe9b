#include "good_practice/ideas_world_test.h"

// E-9 to E-11 and E-25: who sees what, and when.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string word = "zebrawood";

class PracticeGate : public IdeasWorld {
 protected:
  // Every page and JSON on which somebody might meet an item.
  static std::string all_that_is_told(http::testing::Client& client, const std::string& item) {
    std::string all;
    for (const auto& address :
         {std::string("/eastmere/ideas"), std::string("/eastmere/ideas?search=zebraw"), item,
          item + "/form", std::string("/eastmere/ideas/new"),
          std::string("/eastmere/ideas/waiting"), std::string("/eastmere/ideas/register"),
          std::string("/eastmere/ideas/register?as=file"),
          std::string("/eastmere/ideas/digest?month=2027-01"), std::string("/eastmere/ideas/feed"),
          std::string("/eastmere/ideas/meetings"), std::string("/eastmere/ideas/stages"),
          std::string("/eastmere/ideas?subject=zebraw"), std::string("/eastmere/evidence"),
          std::string("/eastmere/ideas?theme=zebraw")})
      all += client.get(address).body + client.get_json(address).body;
    return all;
  }
  // Their own "oak" becomes something that they saw at Marcus.
  static void say_it_was_seen_at_marcus(http::testing::Client& client, const std::string& item) {
    const auto changed = client.post_form(item, {{"did", "oak"},
                                                 {"changed", "x"},
                                                 {"place", "y"},
                                                 {"source", "observation"},
                                                 {"tutor", marcus},
                                                 {"version", "1"}});
    ASSERT_EQ(changed.status, 303) << changed.body;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(PracticeGate);

TEST_P(PracticeGate, E_9_nothing_unvalidated_is_listed_found_fed_or_read_by_others) {
  auto finder = client_of(hannah);
  const auto item = record(finder, word);
  EXPECT_EQ(finder.get(item).status, 200);
  for (const auto& email : {marcus, owen, kevin, sian, margaret}) {
    auto other = client_of(email);
    EXPECT_EQ(other.get(item).status, 404) << email;
    EXPECT_THAT(all_that_is_told(other, item), Not(HasSubstr(word))) << email;
  }
  auto nobody = running_->client();
  EXPECT_THAT(all_that_is_told(nobody, item), Not(HasSubstr(word)));
  for (const auto& email : {priya, daniel}) EXPECT_EQ(client_of(email).get(item).status, 200);
}

TEST_P(PracticeGate, E_9_what_was_sent_back_or_refused_is_seen_by_no_more_people) {
  for (const auto* decision : {"send_back", "not_good_practice"}) {
    auto finder = client_of(hannah);
    const auto item = record(finder, word);
    auto keeper = client_of(priya);
    EXPECT_EQ(decide(keeper, item, {{"decision", decision}, {"reason", "Too short"}}).status, 303);
    EXPECT_THAT(finder.get(item).body, HasSubstr("Too short"));
    auto other = client_of(marcus);
    EXPECT_THAT(all_that_is_told(other, item), Not(HasSubstr(word))) << decision;
  }
}

TEST_P(PracticeGate, E_9_validated_but_not_shared_is_not_on_the_list) {
  auto finder = client_of(hannah);
  const auto item = record(finder, word);
  auto keeper = client_of(priya);
  decide(keeper, item, {{"decision", "agree"}});
  auto other = client_of(marcus);
  EXPECT_THAT(all_that_is_told(other, item), Not(HasSubstr(word)));
  EXPECT_EQ(
      keeper
          .post_form(item + "/sharings",
                     {{"channel", "cpd"}, {"audience", "All tutors"}, {"shared_on", "2027-01-18"}})
          .status,
      303);
  EXPECT_EQ(other.get(item).status, 200);
  EXPECT_THAT(other.get("/eastmere/ideas?search=ZEBRA").body, HasSubstr(word));
}

TEST_P(PracticeGate, E_9_taken_off_the_list_it_is_gone_for_others) {
  const auto item = listed(word);
  auto other = client_of(marcus);
  EXPECT_EQ(other.get(item).status, 200);
  client_of(priya).post_form(item + "/publicity", {{"public", "yes"}});
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE is_public = 1"), 1);
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A learner is named"}});
  EXPECT_EQ(other.get(item).status, 404);
  EXPECT_THAT(all_that_is_told(other, item), Not(HasSubstr(word)));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE is_public = 1"), 0);
}

TEST_P(PracticeGate, E_9_X_6_nothing_is_shared_tried_or_asked_about_before_it_is_validated) {
  auto finder = client_of(hannah);
  const auto item = record(finder, word);
  auto keeper = client_of(priya);
  // Complete, so that nothing else is refused about it.
  const std::vector<std::pair<std::string, http::testing::Pairs>> deeds{
      {"/sharings", {{"channel", "cpd"}, {"audience", "All"}, {"shared_on", "2027-01-18"}}},
      {"/publicity", {{"public", "yes"}}},
      {"/impacts", {{"changed", "More"}, {"scale", "team"}, {"evidence", "Retention"}}},
      {"/trials", {{"place", "Site"}}},
      {"/questions", {{"text", "How?"}, {"adviser", person_id(daniel)}}}};
  for (const auto& [part, fields] : deeds) {
    std::string body;
    for (const auto& [name, value] : fields)
      body += (body.empty() ? "{\"" : ",\"") + name + "\":\"" + value + "\"";
    EXPECT_EQ(keeper.post_form(item + part, fields).status, 422) << part;
    EXPECT_EQ(keeper.post_json(item + part, body + "}").status, 422) << part;
  }
  EXPECT_EQ(rows_in("SELECT (SELECT COUNT(*) FROM practice_sharing) + "
                    "(SELECT COUNT(*) FROM practice_trial) + "
                    "(SELECT COUNT(*) FROM practice_question) + "
                    "(SELECT COUNT(*) FROM practice_impact)"),
            0);
}

TEST_P(PracticeGate, E_9_its_finder_shows_it_to_one_named_colleague) {
  auto finder = client_of(hannah);
  const auto item = record(finder, word);
  EXPECT_EQ(finder.post_form(item + "/colleague", {{"email", marcus}}).status, 303);
  EXPECT_EQ(client_of(marcus).get(item).status, 200);
  EXPECT_THAT(client_of(marcus).get("/eastmere/ideas").body, HasSubstr("Shown to you"));
  const auto second = finder.post_form(item + "/colleague", {{"email", owen}});
  EXPECT_EQ(second.status, 422);
  EXPECT_THAT(second.body, HasSubstr("already"));
  EXPECT_EQ(client_of(owen).get(item).status, 404);
  EXPECT_EQ(client_of(marcus).post_form(item + "/colleague", {{"email", owen}}).status, 403);
  finder.post_form(item + "/colleague-removal", {});
  EXPECT_EQ(client_of(marcus).get(item).status, 404);
}

TEST_P(PracticeGate, E_10_a_moderation_elsewhere_is_the_validation) {
  auto finder = client_of(kevin);
  const auto item = record(finder, word, {{"source", "observation"}, {"tutor", owen}});
  decide(client_of(priya), item,
         {{"decision", "agree"}, {"moderation", "Moderated on 14 January"}});
  const auto told = finder.get_json(item).body;
  EXPECT_THAT(told, HasSubstr("Moderated on 14 January"));
  EXPECT_THAT(told, HasSubstr(R"("stage":"validated")"));
  EXPECT_THAT(client_of(daniel).get_json("/eastmere/ideas/waiting").body, Not(HasSubstr(word)));
}

TEST_P(PracticeGate, E_11_X_6_nobody_validates_their_own) {
  auto keeper = client_of(priya);
  const auto own = record(keeper, word);
  EXPECT_THAT(keeper.get(own).body, HasSubstr("somebody else of the quality team decides"));
  for (const auto* decision : {"agree", "send_back", "not_good_practice", "merge"}) {
    EXPECT_EQ(decide(keeper, own, {{"decision", decision}, {"reason", "x"}}).status, 403);
    EXPECT_EQ(keeper.post_json(own + "/validation", R"({"decision": "agree"})").status, 403);
  }
  EXPECT_THAT(keeper.get_json(own).body, HasSubstr(R"("state":"waiting")"));
  // Their own too when somebody else has found it; what they found of others is not their own.
  auto head = client_of(kevin);
  const auto of_priya = record(head, word, {{"source", "observation"}, {"tutor", priya}});
  EXPECT_EQ(decide(keeper, of_priya, {{"decision", "agree"}}).status, 403);
  EXPECT_EQ(decide(client_of(daniel), of_priya, {{"decision", "agree"}}).status, 303);
  const auto of_owen = record(keeper, word, {{"source", "class_visit"}, {"tutor", owen}});
  EXPECT_EQ(decide(keeper, of_owen, {{"decision", "agree"}}).status, 303);
}

TEST_P(PracticeGate, E_11_only_the_quality_manager_and_the_coordinator_decide) {
  auto finder = client_of(hannah);
  const auto item = record(finder, word);
  EXPECT_EQ(decide(finder, item, {{"decision", "agree"}}).status, 403);
  for (const auto& email : {marcus, kevin, sian, margaret}) {
    EXPECT_EQ(decide(client_of(email), item, {{"decision", "agree"}}).status, 404);
    EXPECT_EQ(client_of(email).get("/eastmere/ideas/waiting").status, 403) << email;
  }
  EXPECT_EQ(decide(client_of(daniel), item, {{"decision", "agree"}}).status, 303);
}

TEST_P(PracticeGate, E_11_X_9_who_has_the_role_on_a_part_only_does_not_decide) {
  auto finder = client_of(hannah);
  const auto item = record(finder, word);
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto today = std::chrono::year(2027) / 1 / 19;
    const auto head = people::person_by_email(write, demo_.eastmere, kevin).value().id;
    const auto part = people::teams_of(write, demo_.eastmere, head, today).at(0);
    for (const auto role : {people::Role::quality_manager, people::Role::coordinator})
      people::grant_role(write, head, {role, part}, today);
  });
  auto client = client_of(kevin);
  EXPECT_EQ(client.get("/eastmere/ideas/waiting").status, 403);
  EXPECT_EQ(client.get(item).status, 404);
  EXPECT_EQ(decide(client, item, {{"decision", "agree"}}).status, 404);
}

TEST_P(PracticeGate, E_9_what_was_changed_or_decided_since_it_was_read_is_not_validated_unread) {
  auto finder = client_of(hannah);
  auto keeper = client_of(priya);
  const auto item = record(finder, "first");
  const auto agree_to = [&](const std::string& version) {
    const http::testing::Pairs form{{"decision", "agree"}, {"version", version}};
    const auto answer = keeper.post_form(item + "/validation", form);
    EXPECT_EQ(
        keeper
            .post_json(item + "/validation", R"({"decision": "agree", "version": )" + version + "}")
            .status,
        answer.status);
    return answer;
  };
  const auto read_then = version_in(keeper.get_json(item).body);
  EXPECT_THAT(keeper.get(item).body, HasSubstr("name=\"version\" value=\"" + read_then + "\""));
  finder.post_form(item, {{"did", "second was done"},
                          {"changed", "second"},
                          {"place", "second"},
                          {"source", "own_teaching"},
                          {"version", read_then}});
  const auto unread = agree_to(read_then);
  EXPECT_EQ(unread.status, 409);
  EXPECT_THAT(unread.body, HasSubstr("second was done"));
  EXPECT_EQ(keeper.post_json(item + "/validation", R"({"decision": "agree"})").status, 422);
  const auto read_now = version_in(keeper.get_json(item).body);
  decide(client_of(daniel), item, {{"decision", "send_back"}, {"reason", "Too short"}});
  EXPECT_EQ(agree_to(read_now).status, 409);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE state = 'returned'"), 1);
}

TEST_P(PracticeGate,
       E_9_what_was_sent_back_and_rewritten_is_seen_by_nobody_until_it_is_shared_anew) {
  const auto item = listed("oak");
  auto trying = client_of(marcus);
  trying.post_form(item + "/trials", {{"place", "Ward"}});
  auto keeper = client_of(priya);
  decide(keeper, item, {{"decision", "send_back"}, {"reason", "Too short"}});
  const auto version = keeper.get(item).body;
  const auto at = version.find("name=\"version\" value=\"") + 22;
  client_of(hannah).post_form(item, {{"did", "Never validated words"},
                                     {"changed", "x"},
                                     {"place", "y"},
                                     {"source", "own_teaching"},
                                     {"version", version.substr(at, version.find('"', at) - at)}});
  ASSERT_THAT(keeper.get(item).body, HasSubstr("Never validated words"));
  EXPECT_THAT(trying.get("/eastmere/ideas").body, HasSubstr("not on the list now"));
  EXPECT_THAT(trying.get("/eastmere/ideas").body, Not(HasSubstr("Never validated words")));
  decide(keeper, item, {{"decision", "agree"}});
  EXPECT_EQ(trying.get(item).status, 404);
  EXPECT_THAT(trying.get("/eastmere/ideas").body, Not(HasSubstr("Never validated words")));
  keeper.post_form(item + "/sharings",
                   {{"channel", "blog"}, {"audience", "All tutors"}, {"shared_on", "2027-01-19"}});
  EXPECT_EQ(trying.get(item).status, 200);
}

TEST_P(PracticeGate, E_11_a_reason_is_asked_for_and_its_finder_reads_it_and_sends_again) {
  auto finder = client_of(hannah);
  const auto item = record(finder, word);
  auto keeper = client_of(priya);
  const auto refused = decide(keeper, item, {{"decision", "send_back"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Say why"));
  decide(keeper, item, {{"decision", "send_back"}, {"reason", "Say how many learners"}});
  EXPECT_THAT(finder.get(item).body, HasSubstr("Say how many learners"));
  const auto version = std::to_string(2);
  const auto again = finder.post_form(item, {{"did", "Nine learners"},
                                             {"changed", "x"},
                                             {"place", "y"},
                                             {"source", "own_teaching"},
                                             {"version", version}});
  EXPECT_EQ(again.status, 303) << again.body;
  EXPECT_THAT(finder.get_json(item).body, HasSubstr(R"("state":"waiting")"));
  const auto late = finder.post_form(item, {{"did", "Ten"},
                                            {"changed", "x"},
                                            {"place", "y"},
                                            {"source", "own_teaching"},
                                            {"version", version}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Ten"));
  EXPECT_THAT(late.body, HasSubstr("Elsewhere this is now “Nine learners”."));
  EXPECT_THAT(late.body, HasSubstr(R"(name="version" value="3")"))
      << "sent again it takes its place";
}

TEST_P(PracticeGate, E_11_who_ever_said_it_was_their_own_does_not_decide_about_it) {
  auto keeper = client_of(priya);
  const auto item = record(keeper, "oak");
  say_it_was_seen_at_marcus(keeper, item);
  const auto refused = decide(keeper, item, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("or was recorded as yours"));
  EXPECT_THAT(keeper.get(item).body, HasSubstr("or was recorded as yours"));
  EXPECT_THAT(keeper.get_json("/eastmere/ideas/waiting").body, HasSubstr(R"("own":true)"));
  EXPECT_EQ(decide(client_of(daniel), item, {{"decision", "agree"}}).status, 303);
}

TEST_P(PracticeGate, E_11_who_was_ever_named_as_its_tutor_does_not_decide_about_it) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "oak", {{"source", "observation"}, {"tutor", priya}});
  say_it_was_seen_at_marcus(finder, item);
  EXPECT_EQ(decide(client_of(priya), item, {{"decision", "agree"}}).status, 403);
}

TEST_P(PracticeGate, E_11_a_decision_about_an_older_version_is_a_clash) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "oak");
  auto keeper = client_of(priya);
  const auto version = version_in(keeper.get_json(item).body);
  ASSERT_EQ(finder
                .post_form(item, {{"did", "elm"},
                                  {"changed", "x"},
                                  {"place", "y"},
                                  {"source", "own_teaching"},
                                  {"version", version}})
                .status,
            303);
  const auto late =
      keeper.post_form(item + "/validation",
                       {{"decision", "agree"}, {"title", "Typed title"}, {"version", version}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("changed or decided since you opened the page"));
  EXPECT_THAT(late.body, HasSubstr("Typed title"));
  const auto by_program = keeper.post_json(item + "/validation",
                                           R"({"decision": "agree", "version": )" + version + "}");
  EXPECT_EQ(by_program.status, 409);
  EXPECT_EQ(
      keeper.post_json(item + "/validation", R"({"decision": "agree", "version": "x"})").status,
      422);
}

TEST_P(PracticeGate, nobody_is_asked_to_try_their_own) {
  const auto item = listed("oak");
  EXPECT_THAT(client_of(hannah).get(item).body, Not(HasSubstr("ll try this")));
  EXPECT_THAT(client_of(owen).get(item).body, HasSubstr("ll try this"));
}

TEST_P(PracticeGate, E_25_outside_of_the_team_nobody_is_named_without_their_consent) {
  const auto item = listed(word);
  const auto told = [&](const std::string& email) {
    auto client = client_of(email);
    return client.get(item).body + client.get_json(item).body + client.get("/eastmere/ideas").body +
           client.get_json("/eastmere/ideas").body;
  };
  EXPECT_THAT(told(owen), Not(HasSubstr("Hannah Sorrell")));
  // Three people are in that team: its name would say who.
  EXPECT_THAT(told(owen), Not(HasSubstr("A colleague, Health and care")));
  EXPECT_THAT(told(owen), HasSubstr("A colleague"));
  EXPECT_THAT(told(marcus), HasSubstr("Hannah Sorrell"));
  EXPECT_THAT(told("grace.adeyemi@eastmere.example"), HasSubstr("Hannah Sorrell"));
  EXPECT_THAT(told(kevin), Not(HasSubstr("Hannah Sorrell")));
  EXPECT_EQ(client_of(priya).post_form(item + "/naming", {{"named", "yes"}}).status, 403);
  EXPECT_EQ(client_of(hannah).post_form(item + "/naming", {{"named", "yes"}}).status, 303);
  EXPECT_THAT(told(owen), HasSubstr("Hannah Sorrell"));
  client_of(hannah).post_form(item + "/naming", {{"named", "no"}});
  EXPECT_THAT(told(owen), Not(HasSubstr("Hannah Sorrell")));
}

TEST_P(PracticeGate, E_25_X_6_nobody_agrees_for_somebody_else) {
  auto head = client_of(kevin);
  const auto item =
      record(head, word, {{"source", "observation"}, {"tutor", owen}, {"named", "yes"}});
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_THAT(client_of(hannah).get(item).body, Not(HasSubstr("Owen Cadwallader")));
  EXPECT_EQ(head.post_form(item + "/naming", {{"named", "yes"}}).status, 403);
  EXPECT_EQ(head.post_json(item + "/naming", R"({"named": true})").status, 403);
  EXPECT_EQ(client_of(owen).post_form(item + "/naming", {{"named", "yes"}}).status, 303);
  EXPECT_THAT(client_of(hannah).get(item).body, HasSubstr("Owen Cadwallader"));
}

TEST_P(PracticeGate, E_9_the_register_says_nothing_of_what_was_tried_and_taken_off_the_list) {
  const auto item = listed(word);
  ASSERT_EQ(client_of(owen).post_form(item + "/trials", {{"place", "Site"}}).status, 303);
  const auto told = [&] {
    auto head = client_of(kevin);
    std::string all;
    for (const auto* address : {"/eastmere/ideas/register", "/eastmere/ideas/register?as=file"})
      all += head.get(address).body + head.get_json(address).body;
    return all;
  };
  EXPECT_THAT(told(), HasSubstr(word)) << "who heads the team of whoever tries it reads of it";
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A learner is named"}});
  EXPECT_THAT(told(), Not(HasSubstr(word)));
}

TEST_P(PracticeGate, E_9_who_reads_what_left_the_list_is_not_told_what_came_of_it) {
  const auto item = listed("oak");
  client_of(marcus).post_form(item + "/trials", {{"place", "Ward-of-Marcus"}});
  auto keeper = client_of(priya);
  keeper.post_form(item + "/impacts",
                   {{"changed", "More-stay"}, {"scale", "team"}, {"evidence", "Retention"}});
  decide(keeper, item, {{"decision", "send_back"}, {"reason", "A learner is named"}});
  ASSERT_EQ(client_of(hannah).post_form(item + "/colleague", {{"email", owen}}).status, 303);
  auto shown = client_of(owen);
  ASSERT_EQ(shown.get(item).status, 200);
  const auto told = shown.get(item).body + shown.get_json(item).body;
  for (const auto* text : {"Ward-of-Marcus", "More-stay", "Everybody here"})
    EXPECT_THAT(told, Not(HasSubstr(text)));
  EXPECT_THAT(keeper.get_json(item).body, HasSubstr("Ward-of-Marcus"));
}

}  // namespace
}  // namespace touchstone::good_practice
