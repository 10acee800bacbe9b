#include "good_practice/helping_view.h"
#include "good_practice/ideas_world_test.h"

// By which ways an idea comes in, and how its page says what has become of it since.
namespace touchstone::good_practice {
namespace {

using http::testing::Pairs;
using ::testing::HasSubstr;
using ::testing::Not;

class WayIn : public IdeasWorld {
 protected:
  // The address in a JSON answer that begins like this.
  static std::string address_in(const std::string& json, const std::string& beginning) {
    const auto at = json.find(beginning);
    EXPECT_NE(at, json.npos) << json;
    return at == json.npos ? std::string() : json.substr(at, json.find('"', at) - at);
  }
  std::string new_door() {
    const auto told =
        client_of(priya).post_json("/eastmere/ideas/partners", R"({"label": "Hedgerow"})").body;
    return address_in(told, "/eastmere/ideas/send/");
  }
  // Owen tries it; the address of his trial.
  std::string trial_of_owen(const std::string& item) {
    auto client = client_of(owen);
    EXPECT_EQ(client.post_form(item + "/trials", {{"place", "Site"}}).status, 303);
    return address_in(client.get_json(item).body, "/eastmere/ideas/trials/");
  }
};
INSTANTIATE_ON_BOTH_DATABASES(WayIn);

TEST_P(WayIn, E_3_each_idea_says_on_page_and_in_json_how_far_it_has_come) {
  auto finder = client_of(hannah);
  auto keeper = client_of(priya);
  const auto item = record(finder, "oak");
  const auto stands_at = [&](const std::string& stage, const std::string& words) {
    EXPECT_THAT(finder.get_json(item).body, HasSubstr(R"("stage":")" + stage + "\""));
    EXPECT_THAT(finder.get(item).body, HasSubstr(">" + words + "</strong>"));
  };
  stands_at("recorded", "Found");
  decide(keeper, item, {{"decision", "agree"}});
  stands_at("validated", "Validated");
  keeper.post_form(item + "/sharings",
                   {{"channel", "cpd"}, {"audience", "All"}, {"shared_on", "2027-01-18"}});
  stands_at("shared", "Shared");
  const auto trial = trial_of_owen(item);
  stands_at("tried", "Tried by others");
  client_of(owen).post_form(trial, {{"outcome", "better"},
                                    {"difference", "none"},
                                    {"report", "Good"},
                                    {"again", "yes"},
                                    {"version", "1"}});
  stands_at("reported", "Reported back");
  keeper.post_form(item + "/impacts",
                   {{"changed", "More stay"}, {"scale", "team"}, {"evidence", "Retention"}});
  stands_at("impact", "Impact proven");
}

TEST_P(WayIn, E_5_E_25_an_idea_takes_over_the_words_of_a_record_and_leads_back_who_may_know_it) {
  auto finder = client_of(kevin);
  EXPECT_THAT(finder.get("/eastmere/ideas/new?did=They+plan+%3Caloud%3E.").body,
              HasSubstr("They plan &lt;aloud&gt;.</textarea>"));
  const auto named = record(finder, "oak",
                            {{"source", "observation"},
                             {"tutor", owen},
                             {"found_in", "Observation report of 12 January"}});
  EXPECT_THAT(finder.get(named).body, HasSubstr("Observation report of 12 January"));
  EXPECT_THAT(finder.get_json(named).body,
              HasSubstr(R"("found_in":"Observation report of 12 January")"));
  decide(client_of(priya), named, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_THAT(client_of(priya).get(named).body, HasSubstr("Observation report of 12 January"));
  EXPECT_THAT(client_of(hannah).get(named).body, Not(HasSubstr("Observation report of")));
  EXPECT_THAT(client_of(hannah).get_json(named).body, HasSubstr(R"("found_in":"")"));
  const auto linked =
      record(finder, "elm", {{"found_in", "https://college.example/observations/12?a=1&b=2"}});
  EXPECT_THAT(finder.get(linked).body,
              HasSubstr(R"(href="https://college.example/observations/12?a=1&amp;b=2")"));
  const auto script = record(finder, "ash", {{"found_in", "javascript:alert(1)"}});
  EXPECT_THAT(finder.get(script).body, Not(HasSubstr(R"(href="javascript)")));
}

TEST_P(WayIn, E_6_a_partners_manager_can_say_that_it_stands_out) {
  const auto door = new_door();
  EXPECT_THAT(running_->client().get(door).body, HasSubstr("Grade 1"));
  const Pairs fields{{"did", "They plan aloud."},
                     {"changed", "More of them speak"},
                     {"place", "Village hall"},
                     {"name", "Ruth"},
                     {"stand_out", "yes"}};
  EXPECT_EQ(running_->client().post_form(door, fields).status, 200);
  auto keeper = client_of(priya);
  const auto item =
      "/eastmere/ideas/" + member(keeper.get_json("/eastmere/ideas/waiting").body, "id");
  EXPECT_THAT(keeper.get(item).body, HasSubstr(">Grade 1</strong>"));
  EXPECT_THAT(keeper.get_json(item).body, HasSubstr(R"("stand_out":true)"));
}

TEST_P(WayIn, E_23_what_was_proven_is_offered_as_evidence_to_leaders_who_judge) {
  self_assessment::add_routes(routes_);
  running_.reset();
  self_assessment::prove_with(proven_practice);
  start_with_files();
  const auto prove = [&](const std::string& word, const std::string& changed) {
    const auto item = listed(word);
    client_of(priya).post_form(item + "/impacts", {{"changed", changed},
                                                   {"scale", "team"},
                                                   {"evidence", "Retention"},
                                                   {"theme", "personal-tutoring/coaching"}});
    return item;
  };
  const auto item = prove("oak", "More stay <on>");
  const auto hidden = prove("elm", "never-told");
  decide(client_of(priya), hidden, {{"decision", "send_back"}, {"reason", "A face"}});
  auto leader = client_of(margaret);
  const auto page = leader.get("/eastmere/institution/judgement").body;
  const auto coaching = page.substr(page.find("id=\"coaching.level\""));
  const auto at = coaching.find("Impact proven by colleagues");
  ASSERT_NE(at, coaching.npos);
  EXPECT_LT(at, coaching.find("coaching.note"));
  EXPECT_THAT(page, HasSubstr("href=\"" + item +
                              "\">oak was done</a> (A whole team): More stay &lt;on&gt;</li>"));
  EXPECT_THAT(page, Not(HasSubstr("never-told")));
  EXPECT_EQ(page.find("Impact proven"), page.rfind("Impact proven")) << "at that theme only";
}

TEST_P(WayIn, a_theme_that_a_version_of_ones_own_took_over_is_offered_once) {
  write_in(demo_.eastmere, [](sql::Write& write) { standard::publish_demo_copy(write); });
  auto client = client_of(hannah);
  const std::string own = "/eastmere/ideas/new?theme=personal-tutoring-eastmere/";
  const auto page = client.get("/eastmere/ideas/new").body;
  EXPECT_THAT(page, HasSubstr(R"(<option value="personal-tutoring/coaching">)"));
  EXPECT_THAT(page, Not(HasSubstr("personal-tutoring-eastmere/coaching")));
  EXPECT_THAT(page, HasSubstr(R"(<option value="personal-tutoring-eastmere/)"))
      << "what it added stands there";
  EXPECT_LT(page.find("personal-tutoring/coaching"), page.find(R"(<option value="ofsted)"))
      << "what people score themselves against stands first";
  EXPECT_THAT(client.get(own + "coaching").body,
              HasSubstr(R"(<option value="personal-tutoring/coaching" selected)"));
  const auto kept = record(client, "elm", {{"theme", "personal-tutoring-eastmere/coaching"}});
  EXPECT_THAT(client.get(kept + "/form").body,
              HasSubstr(R"(<option value="personal-tutoring-eastmere/coaching" selected)"));
}

TEST_P(WayIn, C_30_who_scores_by_a_version_of_ones_own_is_told_what_works_for_its_parent) {
  write_in(demo_.eastmere, [](sql::Write& write) { standard::publish_demo_copy(write); });
  listed("oak", {{"theme", "personal-tutoring/coaching"}});
  const auto item = listed("ash");
  client_of(priya).post_form(item + "/impacts", {{"changed", "More stay"},
                                                 {"scale", "team"},
                                                 {"evidence", "Retention"},
                                                 {"theme", "personal-tutoring/coaching"}});
  read([&](sql::Read& read) {
    http::Request request;
    request.visitor.workspace = demo_.eastmere.value;
    request.visitor.workspace_slug = "eastmere";
    for (const auto& version : standard::published(read, demo_.eastmere.value)) {
      if (!version.content->key.starts_with("personal-tutoring")) continue;
      EXPECT_TRUE(suggest_practice(read, request, *version.content, "coaching"));
      EXPECT_FALSE(suggest_practice(read, request, *version.content, "observation"));
      EXPECT_TRUE(proven_practice(read, request, *version.content).contains("coaching"));
    }
  });
}

TEST_P(WayIn, a_finder_is_spoken_to_and_reads_the_reason_once) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "oak", {{"source", "observation"}, {"tutor", marcus}});
  EXPECT_THAT(finder.get(item).body, HasSubstr("Until they agree only you, one colleague whom you "
                                               "show it to, and the quality team see it."));
  EXPECT_THAT(client_of(priya).get(item).body, HasSubstr("Until they agree only its finder"));
  EXPECT_THAT(client_of(priya).get(item).body, HasSubstr(">Done by Marcus Bright"));
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "How many?"}});
  const auto page = finder.get(item).body;
  EXPECT_THAT(page, HasSubstr("“How many?” You can change it and send it again."));
  EXPECT_EQ(page.find("How many?"), page.rfind("How many?"));
}

TEST_P(WayIn, nobodys_name_is_offered_beside_what_was_not_taken) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "oak");
  EXPECT_THAT(finder.get(item).body, HasSubstr("Show my name to everybody here"));
  decide(client_of(priya), item, {{"decision", "not_good_practice"}, {"reason", "Everybody does"}});
  EXPECT_THAT(finder.get(item).body, Not(HasSubstr("Show my name to everybody here")));
}

TEST_P(WayIn, X_5_whatever_its_way_in_it_comes_to_one_queue_and_one_list) {
  const auto original = listed("oak");
  client_of(owen).post_form(trial_of_owen(original), {{"outcome", "better"},
                                                      {"difference", "own_version"},
                                                      {"report", "willow was done."},
                                                      {"changed", "It is quicker"},
                                                      {"again", "yes"},
                                                      {"version", "1"}});
  auto tutor = client_of(marcus);
  record(tutor, "elm");
  auto head = client_of(kevin);
  record(head, "ash", {{"source", "observation"}, {"tutor", owen}});
  running_->client().post_form(
      new_door(),
      {{"did", "rowan was done."}, {"changed", "x"}, {"place", "Hall"}, {"name", "Ruth"}});
  auto keeper = client_of(priya);
  for (int i = 0; i < 4; ++i) {
    const auto waiting = keeper.get_json("/eastmere/ideas/waiting").body;
    const auto item = "/eastmere/ideas/" + member(waiting, "id");
    EXPECT_EQ(decide(keeper, item, {{"decision", "agree"}, {"share", "yes"}}).status, 303) << i;
  }
  const auto list = client_of(margaret).get_json("/eastmere/ideas").body;
  for (const auto* word : {"oak", "willow", "elm", "ash", "rowan"})
    EXPECT_THAT(list, HasSubstr(std::string(word) + " was done"));
}

}  // namespace
}  // namespace touchstone::good_practice
