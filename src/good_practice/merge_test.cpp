#include "good_practice/ideas_world_test.h"

// Two items that are the same, put together and taken apart again.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Merge : public IdeasWorld {
 protected:
  Merge() : keeper_(client_of(priya)) {}
  http::testing::Answer ask(const std::string& from, const std::string& to) {
    return decide(keeper_, from, {{"decision", "merge"}, {"into", id_of(to)}});
  }
  http::testing::Answer put(const std::string& from, const std::string& to) {
    return decide(keeper_, from,
                  {{"decision", "merge"}, {"into", id_of(to)}, {"confirmed", "yes"}});
  }
  http::testing::Answer take_apart(const std::string& item) {
    return keeper_.post_form(item + "/separation", {});
  }
  http::testing::Client keeper_;
};
INSTANTIATE_ON_BOTH_DATABASES(Merge);

TEST_P(Merge, is_asked_about_once_more_before_it_is_done) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  client_of(owen).post_form(item + "/trials", {{"place", "Site"}});
  EXPECT_EQ(decide(keeper_, item, {{"decision", "merge"}}).status, 422);
  EXPECT_EQ(ask(item, item).status, 422);
  const auto asked = ask(item, kept);
  EXPECT_EQ(asked.status, 200);
  for (const auto* text : {"Put these two together?", "ebony was done", "oak was done",
                           "1 colleague who tries it goes along", "confirmed"})
    EXPECT_THAT(asked.body, HasSubstr(text));
  EXPECT_THAT(keeper_.get_json(item).body, HasSubstr(R"("state":"valid")"));
  EXPECT_EQ(put(item, kept).status, 303);
  EXPECT_THAT(keeper_.get_json(item).body, HasSubstr(R"("state":"merged")"));
}

TEST_P(Merge, loses_no_trial_and_no_impact) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  client_of(owen).post_form(item + "/trials", {{"place", "Site-of-Owen"}});
  client_of(marcus).post_form(kept + "/trials", {{"place", "Ward-of-Marcus"}});
  keeper_.post_form(item + "/impacts",
                    {{"changed", "More stay"}, {"scale", "team"}, {"evidence", "Retention"}});
  ASSERT_EQ(put(item, kept).status, 303);
  const auto page = client_of(marcus).get(kept).body;
  for (const auto* text : {"Site-of-Owen", "Ward-of-Marcus", "More stay", "2 colleagues try it"})
    EXPECT_THAT(page, HasSubstr(text));
  const auto told = client_of(marcus).get_json(kept).body;
  EXPECT_THAT(told, HasSubstr(R"("tried":2)"));
  EXPECT_THAT(told, HasSubstr(R"("stage":"impact")"));
  EXPECT_THAT(keeper_.get_json("/eastmere/ideas/stages").body,
              HasSubstr(R"({"stage":"tried","items":1})"));
}

TEST_P(Merge, leaves_no_dead_ends) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  auto trying = client_of(owen);
  trying.post_form(item + "/trials", {{"place", "Site"}});
  ASSERT_EQ(put(item, kept).status, 303);
  const auto led = client_of(marcus).get(item);
  EXPECT_EQ(led.status, 303);
  EXPECT_EQ(led.header("location"), kept);
  EXPECT_THAT(client_of(hannah).get(item).body, HasSubstr(kept)) << "its finder reads on";
  EXPECT_THAT(trying.get("/eastmere/ideas").body, HasSubstr("Say how it goes: ebony was done"));
  EXPECT_THAT(keeper_.get("/eastmere/ideas/register").body, HasSubstr("ebony was done"));
  EXPECT_EQ(client_of(marcus).post_form(item + "/trials", {{"place", "x"}}).status, 404);
}

TEST_P(Merge, E_9_leads_nobody_to_what_they_may_not_read) {
  const auto item = listed("oak");
  auto finder = client_of(hannah);
  const auto unshared = record(finder, "ebony");
  decide(keeper_, unshared, {{"decision", "agree"}});
  const auto refused = put(item, unshared);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("That one is not on the list"));
  EXPECT_THAT(keeper_.get(item).body, HasSubstr("ebony was done (not on the list)"));
  ASSERT_EQ(put(unshared, item).status, 303);
  EXPECT_EQ(client_of(marcus).get(unshared).header("location"), item);
  auto other = record(finder, "elm");
  EXPECT_EQ(put(item, other).status, 422);
  const auto waiting = listed("birch");
  EXPECT_EQ(put(waiting, other).status, 422) << "that one was not validated";
}

TEST_P(Merge, E_22_whoever_tried_both_counts_once) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  for (const auto& each : {kept, item})
    client_of(owen).post_form(each + "/trials", {{"place", "Site"}});
  client_of(marcus).post_form(item + "/trials", {{"place", "Ward"}});
  ASSERT_EQ(put(item, kept).status, 303);
  EXPECT_THAT(client_of(marcus).get_json(kept).body, HasSubstr(R"("tried":2)"));
}

TEST_P(Merge, the_first_one_is_found_from_the_second_by_those_who_may_take_them_apart) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  ASSERT_EQ(put(item, kept).status, 303);
  EXPECT_THAT(keeper_.get(kept).body, HasSubstr(item));
  EXPECT_THAT(client_of(marcus).get(kept).body, Not(HasSubstr(item)));
}

TEST_P(Merge, takes_along_the_files_of_what_had_been_validated_and_no_others) {
  const auto with_file = [&](const std::string& word) {
    const auto sent = client_of(hannah).post_files(
        "/eastmere/ideas",
        {{"did", word + " was done."},
         {"changed", word},
         {"place", "1"},
         {"source", "own_teaching"}},
        {{"file", word + ".pdf", "application/pdf", "%PDF-1.7\n" + word}});
    EXPECT_EQ(sent.status, 303) << sent.body;
    return std::string(sent.header("location"));
  };
  const auto kept = listed("ebony");
  const auto agreed = with_file("oak");
  const auto unseen = with_file("elm");
  decide(keeper_, agreed, {{"decision", "agree"}, {"share", "yes"}});
  for (const auto& each : {agreed, unseen}) ASSERT_EQ(put(each, kept).status, 303);
  const auto told = client_of(owen).get_json(kept).body;
  EXPECT_THAT(told, HasSubstr("oak.pdf"));
  EXPECT_THAT(told, Not(HasSubstr("elm.pdf")));
  const auto at = told.find(kept + "/files/");
  EXPECT_EQ(client_of(owen).get(told.substr(at, told.find('"', at) - at)).body, "%PDF-1.7\noak");
}

TEST_P(Merge, a_question_leads_to_where_it_can_be_answered) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  ASSERT_EQ(
      client_of(owen)
          .post_form(item + "/questions", {{"adviser", person_id(priya)}, {"text", "How long?"}})
          .status,
      303);
  ASSERT_EQ(put(item, kept).status, 303);
  EXPECT_THAT(keeper_.get("/eastmere/ideas").body, HasSubstr(kept + "#questions"));
}

TEST_P(Merge, can_be_undone_and_all_is_as_it_was) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  keeper_.post_form(item + "/publicity", {{"public", "yes"}});
  client_of(owen).post_form(item + "/trials", {{"place", "Site-of-Owen"}});
  EXPECT_EQ(take_apart(item).status, 422);
  ASSERT_EQ(put(item, kept).status, 303);
  EXPECT_THAT(keeper_.get(item).body, HasSubstr("Take them apart again"));
  EXPECT_EQ(client_of(hannah).post_form(item + "/separation", {}).status, 403);
  ASSERT_EQ(take_apart(item).status, 303);
  const auto page = client_of(marcus).get(item);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Site-of-Owen"));
  EXPECT_THAT(client_of(marcus).get(kept).body, Not(HasSubstr("Site-of-Owen")));
  EXPECT_THAT(keeper_.get(item).body, HasSubstr("Taken apart again by Priya Raman"));
  EXPECT_THAT(client_of(marcus).get("/eastmere/ideas?search=oak").body, HasSubstr("oak was done"));
  EXPECT_THAT(keeper_.get_json(item).body, HasSubstr(R"("in_public":false)"))
      << "but for the feed, where it stands when somebody puts it there again";
}

TEST_P(Merge, of_something_public_is_not_public_by_itself) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  keeper_.post_form(item + "/publicity", {{"public", "yes"}});
  EXPECT_THAT(running_->client().get("/eastmere/ideas/feed").body, HasSubstr("oak was done"));
  ASSERT_EQ(put(item, kept).status, 303);
  EXPECT_THAT(running_->client().get("/eastmere/ideas/feed").body, Not(HasSubstr("oak was done")));
}

TEST_P(Merge, undone_of_what_was_never_validated_waits_again) {
  const auto kept = listed("ebony");
  auto finder = client_of(owen);
  const auto item = record(finder, "oak");
  ASSERT_EQ(put(item, kept).status, 303);
  ASSERT_EQ(take_apart(item).status, 303);
  EXPECT_THAT(keeper_.get_json(item).body, HasSubstr(R"("state":"waiting")"));
  EXPECT_EQ(client_of(marcus).get(item).status, 404);
}

TEST_P(Merge, what_went_along_comes_back_along) {
  const auto kept = listed("ebony");
  const auto middle = listed("elm");
  const auto first = listed("oak");
  const auto deepest = listed("ash");
  for (const auto& [from, to] : {std::pair(deepest, first), {first, middle}, {middle, kept}})
    ASSERT_EQ(put(from, to).status, 303);
  const auto leads_to = [&](const std::string& item) {
    return std::string(client_of(marcus).get(item).header("location"));
  };
  for (const auto& item : {deepest, first, middle}) EXPECT_EQ(leads_to(item), kept);
  ASSERT_EQ(take_apart(middle).status, 303);
  for (const auto& item : {deepest, first}) EXPECT_EQ(leads_to(item), middle);
}

TEST_P(Merge, shows_versions_below_what_they_came_from_now) {
  const auto kept = listed("ebony");
  const auto item = listed("oak");
  auto trying = client_of(owen);
  trying.post_form(item + "/trials", {{"place", "Site"}});
  const auto told = trying.get_json(item).body;
  const auto trial = told.substr(told.find("/eastmere/ideas/trials/"), 49);
  const auto sent = trying.post_form(trial, {{"outcome", "better"},
                                             {"difference", "own_version"},
                                             {"report", "Willow instead"},
                                             {"changed", "Sooner"},
                                             {"again", "yes"},
                                             {"version", "1"}});
  ASSERT_EQ(sent.status, 303) << sent.body;
  const auto version = std::string(sent.header("location"));
  decide(keeper_, version, {{"decision", "agree"}, {"share", "yes"}});
  ASSERT_EQ(put(item, kept).status, 303);
  EXPECT_THAT(client_of(marcus).get(kept).body, HasSubstr(version));
  EXPECT_THAT(client_of(marcus).get(version).body, HasSubstr(kept));
}

TEST_P(Merge, E_20_of_an_original_into_its_version_shows_each_of_the_family_once) {
  const auto first = listed("oak");
  const auto version = listed("elm");
  const auto below = listed("ash");
  write_in(demo_.eastmere, [&](sql::Write& write) {
    for (const auto& [child, parent] : {std::pair(version, first), std::pair(below, version)})
      write.execute("UPDATE practice SET parent = ? WHERE id = ?",
                    Id<Practice>::from_text(id_of(parent)).value(),
                    Id<Practice>::from_text(id_of(child)).value());
    write.record({"practice", demo_.eastmere.value, "related", "{}"});
  });
  const auto shown = [&](const std::string& item, const std::string& title) {
    const auto told = keeper_.get_json(item).body;
    const auto family = told.substr(told.find(R"("family")"));
    std::size_t times = 0;
    for (auto at = family.find(title); at != family.npos; at = family.find(title, at + 1)) ++times;
    return times;
  };
  ASSERT_EQ(put(first, version).status, 303);
  EXPECT_EQ(shown(version, R"("title":"elm was done")"), 1U);
  EXPECT_EQ(shown(version, R"("title":"ash was done")"), 1U);
  ASSERT_EQ(put(version, below).status, 303) << "what went along leads there as well";
  EXPECT_EQ(shown(below, R"("title":"ash was done")"), 0U) << "it has no family of its own";
  ASSERT_EQ(take_apart(version).status, 303);
}

TEST_P(Merge, undone_of_what_was_sent_again_waits_as_it_did) {
  const auto kept = listed("ebony");
  auto finder = client_of(owen);
  const auto item = record(finder, "oak");
  decide(keeper_, item, {{"decision", "send_back"}, {"reason", "Say where"}});
  finder.post_form(item, {{"did", "oak was done."},
                          {"changed", "oak"},
                          {"place", "Site 4"},
                          {"source", "own_teaching"},
                          {"version", version_in(finder.get_json(item).body)}});
  EXPECT_THAT(keeper_.get_json(item).body, HasSubstr(R"("state":"waiting")"));
  ASSERT_EQ(put(item, kept).status, 303);
  ASSERT_EQ(take_apart(item).status, 303);
  EXPECT_THAT(keeper_.get_json(item).body, HasSubstr(R"("state":"waiting")"));
  EXPECT_THAT(keeper_.get_json("/eastmere/ideas/waiting").body, HasSubstr("oak was done"));
}

TEST_P(Merge, undone_of_what_was_sent_back_is_sent_back_still) {
  const auto kept = listed("ebony");
  auto finder = client_of(owen);
  const auto item = record(finder, "oak");
  decide(keeper_, item, {{"decision", "send_back"}, {"reason", "Say where"}});
  ASSERT_EQ(put(item, kept).status, 303);
  ASSERT_EQ(take_apart(item).status, 303);
  EXPECT_THAT(keeper_.get_json(item).body, HasSubstr(R"("state":"returned")"));
}

}  // namespace
}  // namespace touchstone::good_practice
