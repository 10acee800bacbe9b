#include "good_practice/ideas_world_test.h"

// What becomes of an item after it was validated.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Spreading : public IdeasWorld {
 protected:
  // Begins a trial; its address.
  static std::string begin(http::testing::Client& client, const std::string& item) {
    const auto answer =
        client.post_form(item + "/trials", {{"place", "Site Tuesday"}, {"since", "2027-01-19"}});
    EXPECT_EQ(answer.status, 303) << answer.body;
    const auto told = client.get_json(item).body;
    const auto at = told.find("/eastmere/ideas/trials/");
    EXPECT_NE(at, told.npos) << told;
    return at == told.npos ? std::string() : told.substr(at, told.find('"', at) - at);
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Spreading);

TEST_P(Spreading, E_4_the_source_is_asked_for_and_its_finder_is_whoever_records) {
  auto client = client_of(hannah);
  const auto refused = client.post_form(
      "/eastmere/ideas", {{"did", "kept-as-typed"}, {"changed", "b"}, {"place", "c"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("kept-as-typed"));
  EXPECT_EQ(client.post_json("/eastmere/ideas", R"({"did": "a"})").status, 422);
  EXPECT_EQ(client
                .post_json("/eastmere/ideas", R"({"did": "a", "changed": "b", "place": "c",
                           "source": "own_teaching"})")
                .status,
            201);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE finder IS NOT NULL AND tutor = finder"),
            1);
}

TEST_P(Spreading, E_12_each_sharing_is_logged_with_channel_audience_and_date) {
  const auto item = listed("oak");
  auto keeper = client_of(priya);
  EXPECT_EQ(keeper.post_form(item + "/sharings", {{"channel", "cpd"}}).status, 422);
  EXPECT_EQ(keeper
                .post_form(item + "/sharings",
                           {{"channel", "cpd"}, {"audience", "All"}, {"shared_on", "2027-02-01"}})
                .status,
            422);
  EXPECT_EQ(keeper
                .post_form(item + "/sharings", {{"channel", "cpd"},
                                                {"audience", "Twelve tutors"},
                                                {"shared_on", "2027-01-18"}})
                .status,
            303);
  const auto page = client_of(owen).get(item).body;
  EXPECT_THAT(page, HasSubstr("A CPD event that shows it"));
  EXPECT_THAT(page, HasSubstr("Twelve tutors, 18 January 2027"));
  EXPECT_EQ(client_of(owen).post_form(item + "/sharings", {}).status, 403);
}

TEST_P(Spreading, E_12_E_13_every_way_by_which_people_hear_of_it_can_be_noted) {
  const auto item = listed("oak");
  auto keeper = client_of(priya);
  for (const std::string channel : {"mentoring", "cpd", "induction", "blog", "site", "team_meeting",
                                    "support", "network", "managers_letter", "managers_post"}) {
    const auto noted = keeper.post_form(
        item + "/sharings",
        {{"channel", channel}, {"audience", "With " + channel}, {"shared_on", "2027-01-18"}});
    EXPECT_EQ(noted.status, 303) << channel;
    EXPECT_THAT(keeper.get(item).body, HasSubstr("With " + channel));
  }
  EXPECT_EQ(
      keeper.post_form(item + "/sharings", {{"channel", "rumour"}, {"audience", "All"}}).status,
      422);
}

TEST_P(Spreading, E_13_what_managers_heard_is_passed_on_below_it) {
  const auto item = listed("oak");
  auto keeper = client_of(priya);
  keeper.post_form(
      item + "/sharings",
      {{"channel", "network"}, {"audience", "Partner managers"}, {"shared_on", "2027-01-12"}});
  const auto told = keeper.get_json(item).body;
  const auto at = told.find(R"("channel":"network")");
  const auto id = told.substr(told.rfind("\"id\":\"", at) + 6, 26);
  EXPECT_EQ(keeper
                .post_form(item + "/sharings", {{"onward_of", id},
                                                {"audience", "Hedgerow tutors"},
                                                {"shared_on", "2027-01-15"}})
                .status,
            303);
  EXPECT_THAT(keeper.get(item).body, HasSubstr("Passed on to Hedgerow tutors"));
  const auto other = listed("elm");
  EXPECT_EQ(keeper
                .post_form(other + "/sharings",
                           {{"onward_of", id}, {"audience", "x"}, {"shared_on", "2027-01-15"}})
                .status,
            404);
}

TEST_P(Spreading, E_16_somebody_tries_it_once_and_says_where_and_since_when) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  EXPECT_EQ(client.post_form(item + "/trials", {}).status, 422);
  begin(client, item);
  begin(client, item);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice_trial"), 1);
  EXPECT_THAT(client.get("/eastmere/ideas").body, HasSubstr("Say how it goes"));
  EXPECT_EQ(client_of(hannah).post_form(item + "/trials", {{"place", "x"}}).status, 422);
  const auto seen = client_of(marcus).get(item).body;
  EXPECT_THAT(seen, HasSubstr("Site Tuesday"));
  EXPECT_THAT(seen, Not(HasSubstr("Owen Cadwallader")));
}

TEST_P(Spreading, E_17_an_adviser_is_asked_by_name_and_the_answer_time_is_shown) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  EXPECT_THAT(client.get(item).body, HasSubstr("Priya Raman (has not been asked here yet)"));
  EXPECT_EQ(client.post_form(item + "/questions", {{"text", "How?"}}).status, 422);
  EXPECT_EQ(
      client.post_form(item + "/questions", {{"text", "How?"}, {"adviser", person_id(marcus)}})
          .status,
      422);
  EXPECT_EQ(client
                .post_form(item + "/questions",
                           {{"text", "ask-in-confidence"}, {"adviser", person_id(priya)}})
                .status,
            303);
  for (const auto& email : {hannah, marcus, daniel}) {
    auto other = client_of(email);
    EXPECT_THAT(other.get(item).body + other.get_json(item).body,
                Not(HasSubstr("ask-in-confidence")))
        << email;
  }
  auto adviser = client_of(priya);
  const auto told = adviser.get_json(item).body;
  const auto at = told.find("/eastmere/ideas/questions/");
  const auto question = told.substr(at, told.find('"', at) - at);
  EXPECT_EQ(client.post_form(question, {{"answer", "x"}}).status, 404);
  EXPECT_EQ(adviser.post_form(question, {}).status, 422);
  EXPECT_EQ(adviser.post_form(question, {{"answer", "Like this"}}).status, 303);
  EXPECT_THAT(client.get(item).body, HasSubstr("Like this"));
  EXPECT_THAT(client.get(item).body, HasSubstr("usually answers within 1 day"));
}

TEST_P(Spreading, E_19_whoever_tried_it_reports_and_nobody_else) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  const auto trial = begin(client, item);
  for (const auto& email : {hannah, priya}) {
    EXPECT_EQ(client_of(email).get(trial).status, 404);
    EXPECT_EQ(client_of(email).post_form(trial, {}).status, 404);
  }
  EXPECT_THAT(client.get(trial).body, HasSubstr("You report once: what you send stays as it is."));
  EXPECT_EQ(client.post_form(trial, {{"version", "1"}}).status, 422);
  const http::testing::Pairs report{{"outcome", "no_difference"},
                                    {"difference", "none"},
                                    {"report", "Nothing moved here"},
                                    {"again", "too_early"},
                                    {"version", "1"}};
  EXPECT_EQ(client.post_form(trial, report).status, 303);
  const auto again = client.post_form(trial, {{"outcome", "better"}, {"report", "Other words"}});
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("Other words")) << "not lost";
  EXPECT_EQ(client.post_form(trial, report).status, 422);
  const auto page = client_of(marcus).get(item).body;
  EXPECT_THAT(page, HasSubstr("Tried it, no difference here"));
  EXPECT_THAT(page, HasSubstr("Nothing moved here"));
  EXPECT_THAT(page, HasSubstr("1 colleague tried it.</p>"));
}

TEST_P(Spreading, E_21_the_register_as_csv_says_it_in_words) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  client.post_form(begin(client, item), {{"outcome", "better"},
                                         {"difference", "small"},
                                         {"report", "It moved"},
                                         {"again", "too_early"},
                                         {"version", "1"}});
  const auto file = client_of(priya).get("/eastmere/ideas/register?as=file").body;
  EXPECT_THAT(file, HasSubstr(R"("Idea","Who","Where","Since","Report by","Reported",)"
                              R"("How it went","Again?","Done differently?","Report")"));
  EXPECT_THAT(file,
              HasSubstr(R"("It helped","Too early to say","With a small change","It moved")"));
  EXPECT_THAT(file, HasSubstr(R"("2027-01-19")"));
}

TEST_P(Spreading, E_20_its_own_version_waits_for_the_validators_and_both_show_each_other) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  const auto trial = begin(client, item);
  http::testing::Pairs report{{"outcome", "better"},
                              {"difference", "own_version"},
                              {"report", "Willow instead"},
                              {"again", "yes"},
                              {"version", "1"}};
  EXPECT_EQ(client.post_form(trial, report).status, 422);
  report.emplace_back("changed", "They finish earlier");
  const auto sent = client.post_form(trial, report);
  ASSERT_EQ(sent.status, 303) << sent.body;
  const auto variation = std::string(sent.header("location"));
  EXPECT_THAT(client.get(variation).body, HasSubstr(item));
  EXPECT_THAT(client.get_json(variation).body, HasSubstr(R"("state":"waiting")"));
  EXPECT_THAT(client_of(marcus).get(item).body, Not(HasSubstr(variation)));
  EXPECT_EQ(client_of(marcus).get(variation).status, 404);
  decide(client_of(priya), variation, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_THAT(client_of(marcus).get(item).body, HasSubstr(variation));
  EXPECT_THAT(client_of(marcus).get(variation).body, HasSubstr(item));
  EXPECT_THAT(client_of(marcus).get_json(variation).body, HasSubstr(R"("parent":")" + id_of(item)));
}

TEST_P(Spreading, E_20_a_small_change_makes_no_new_item) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  client.post_form(begin(client, item), {{"outcome", "better"},
                                         {"difference", "small"},
                                         {"report", "Ten minutes shorter"},
                                         {"again", "yes"},
                                         {"version", "1"}});
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice"), 1);
  EXPECT_THAT(client_of(marcus).get(item).body, HasSubstr("1 would do it again"));
}

TEST_P(Spreading, E_24_one_item_shows_all_that_it_is_part_of) {
  const auto item = listed("oak");
  auto keeper = client_of(priya);
  const auto meeting = keeper.post_form("/eastmere/ideas/meetings",
                                        {{"held_on", "2027-01-19"}, {"people", "Priya"}});
  const auto minuted = id_of(std::string(meeting.header("location")));
  for (const auto& [channel, audience] : {std::pair("mentoring", "Plan-of-two-tutors"),
                                          {"cpd", "The-training-day"},
                                          {"blog", "The-newsletter"}})
    keeper.post_form(item + "/sharings", {{"channel", channel},
                                          {"audience", audience},
                                          {"shared_on", "2027-01-18"},
                                          {"meeting", minuted}});
  auto trying = client_of(owen);
  begin(trying, item);
  keeper.post_form(item + "/impacts", {{"changed", "More stay"},
                                       {"scale", "team"},
                                       {"evidence", "Retention"},
                                       {"cpd", "Spring-day"},
                                       {"theme", "personal-tutoring/coaching"}});
  const auto page = client_of(marcus).get(item).body;
  const auto from = page.find("id=\"ties\"");
  ASSERT_NE(from, page.npos);
  const auto ties = page.substr(from, page.find("</dl>", from) - from);
  for (const auto* text :
       {"Quality Team meetings", "19 January 2027", "Plan-of-two-tutors", "The-training-day",
        "The-newsletter", "Spring-day", "1 colleague tries it", "Self-assessment: Coaching"})
    EXPECT_THAT(ties, HasSubstr(text));
}

TEST_P(Spreading,
       E_22_E_23_its_impact_says_what_changed_how_far_how_one_knows_and_what_it_informs) {
  const auto item = listed("oak");
  auto keeper = client_of(priya);
  const auto refused = keeper.post_form(item + "/impacts", {{"changed", "kept-as-typed"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("kept-as-typed"));
  EXPECT_EQ(keeper
                .post_form(item + "/impacts", {{"changed", "More stay"},
                                               {"scale", "team"},
                                               {"evidence", "Retention 81 to 88 %"},
                                               {"cpd", "Spring day"},
                                               {"theme", "personal-tutoring/coaching"}})
                .status,
            303);
  const auto page = client_of(marcus).get(item).body;
  for (const auto* text : {"More stay", "A whole team", "Retention 81 to 88 %", "Spring day",
                           "Impact proven", "Self-assessment: Coaching"})
    EXPECT_THAT(page, HasSubstr(text));
  EXPECT_EQ(client_of(marcus).post_form(item + "/impacts", {}).status, 403);
}

TEST_P(Spreading, E_19_whether_they_would_do_it_again_is_asked_and_may_be_too_early_to_say) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  const auto trial = begin(client, item);
  EXPECT_THAT(client.get(trial).body, HasSubstr("Would you do it again?"));
  http::testing::Pairs report{
      {"outcome", "better"}, {"difference", "none"}, {"report", "Good"}, {"version", "1"}};
  const auto refused = client.post_form(trial, report);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Say whether you would do it again."));
  report.emplace_back("again", "too_early");
  EXPECT_EQ(client.post_form(trial, report).status, 303);
  EXPECT_THAT(client.get(trial).body, HasSubstr("too early to say"));
  EXPECT_THAT(client_of(marcus).get(item).body, Not(HasSubstr("would do it again")));
  EXPECT_THAT(client_of(priya).get("/eastmere/ideas/register?as=file").body,
              HasSubstr("Too early to say"));
}

TEST_P(Spreading, the_list_is_found_by_how_words_begin_in_any_order) {
  listed("“Elm” and willow");
  listed("oak", {{"subject", "Joinery"}});
  auto client = client_of(owen);
  const auto found = [&](const std::string& query) {
    return client.get_json("/eastmere/ideas?search=" + query).body;
  };
  for (const auto* query : {"elm", "willow+elm", "WILL", "was+wil"})
    EXPECT_THAT(found(query), HasSubstr("willow was done")) << query;
  for (const auto* query : {"illow", "elm+oak", "zzz", "%2c"})
    EXPECT_THAT(found(query), Not(HasSubstr("willow was done"))) << query;
  EXPECT_THAT(found("join"), HasSubstr("oak was done"));
}

TEST_P(Spreading, what_was_renamed_or_changed_is_found_by_its_new_words) {
  auto finder = client_of(hannah);
  const auto item = record(finder, "oak");
  decide(client_of(priya), item,
         {{"decision", "agree"}, {"share", "yes"}, {"title", "Juniper in pairs"}});
  auto client = client_of(owen);
  EXPECT_THAT(client.get("/eastmere/ideas?search=juniper").body, HasSubstr("Juniper in pairs"));
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "Shorter"}});
  finder.post_form(item, {{"did", "Larch"},
                          {"changed", "x"},
                          {"place", "y"},
                          {"source", "own_teaching"},
                          {"version", version_in(finder.get_json(item).body)}});
  decide(client_of(priya), item, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_THAT(client.get("/eastmere/ideas?search=larch").body, HasSubstr(id_of(item)));
  EXPECT_THAT(client.get("/eastmere/ideas?search=oak").body, Not(HasSubstr(id_of(item))));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice_word"), 3);
}

TEST_P(Spreading, the_list_is_found_by_words_theme_and_subject) {
  listed("oak", {{"theme", "personal-tutoring/coaching"}, {"subject", "Joinery"}});
  listed("Élodie", {{"theme", "personal-tutoring/observation"}, {"subject", "French"}});
  auto client = client_of(owen);
  const auto found = [&](const std::string& query) {
    return client.get_json("/eastmere/ideas?" + query).body;
  };
  EXPECT_THAT(found("search=elodie"), HasSubstr("Élodie"));
  EXPECT_THAT(found("search=elodie"), Not(HasSubstr("oak was")));
  EXPECT_THAT(found("theme=personal-tutoring/coaching"), HasSubstr("oak"));
  EXPECT_THAT(found("theme=personal-tutoring/coaching"), Not(HasSubstr("Élodie was")));
  EXPECT_THAT(found("subject=French"), HasSubstr("Élodie"));
  EXPECT_THAT(found("stand_out=yes"), Not(HasSubstr("oak was")));
  EXPECT_THAT(found("search=%25"), Not(HasSubstr("oak was")));
}

}  // namespace
}  // namespace touchstone::good_practice
