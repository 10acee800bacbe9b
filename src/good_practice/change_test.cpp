#include "good_practice/ideas_world_test.h"

// An idea that is changed in two places at once.
namespace touchstone::good_practice {
namespace {

using http::testing::Pairs;
using ::testing::HasSubstr;
using ::testing::Not;

class Change : public IdeasWorld {
 protected:
  Change() : finder_(client_of(hannah)), item_(record(finder_, "oak")) {}
  // The form as it was opened, of version 1, with other answers in these fields.
  static Pairs form(const Pairs& changed) {
    Pairs answers{{"did", "oak was done."},
                  {"changed", "oak changed."},
                  {"place", "oak group"},
                  {"source", "own_teaching"}};
    Pairs sent;
    for (const auto& [name, value] : answers) sent.emplace_back("opened." + name, value);
    sent.emplace_back("opened.state", "waiting");
    sent.emplace_back("version", "1");
    for (const auto& [name, value] : changed) {
      std::erase_if(answers, [&](const auto& each) { return each.first == name; });
      answers.emplace_back(name, value);
    }
    sent.insert(sent.end(), answers.begin(), answers.end());
    return sent;
  }
  http::testing::Client finder_;
  std::string item_;
};
INSTANTIATE_ON_BOTH_DATABASES(Change);

TEST_P(Change, a_form_brings_along_what_it_said_when_it_was_opened) {
  const auto page = finder_.get(item_ + "/form").body;
  EXPECT_THAT(page, HasSubstr(R"(name="opened.did" value="oak was done.")"));
  EXPECT_THAT(page, HasSubstr(R"(name="opened.state" value="waiting")"));
  const auto refused = finder_.post_form(item_, form({{"did", ""}})).body;
  EXPECT_THAT(refused, HasSubstr(R"(name="opened.did" value="oak was done.")"));
}

TEST_P(Change, X_of_different_answers_in_two_places_keeps_both_and_says_so) {
  ASSERT_EQ(finder_.post_form(item_, form({{"place", "Room 9"}, {"stand_out", "yes"}})).status,
            303);
  finder_.get(item_);
  const auto second = finder_.post_form(item_, form({{"did", "oak was done twice."}}));
  ASSERT_EQ(second.status, 303) << second.body;
  EXPECT_THAT(finder_.get(item_).body,
              HasSubstr("What was changed elsewhere meanwhile stays as it is there: where, that it "
                        "stands out."));
  const auto told = finder_.get_json(item_).body;
  for (const auto* text : {"oak was done twice.", "Room 9", R"("stand_out":true)"})
    EXPECT_THAT(told, HasSubstr(text));
}

TEST_P(Change, X_of_one_answer_to_two_things_is_the_only_clash) {
  ASSERT_EQ(finder_.post_form(item_, form({{"place", "Room 9"}, {"did", "Theirs."}, {"links", ""}}))
                .status,
            303);
  const auto late = finder_.post_form(item_, form({{"did", "Mine."}, {"subject", "Maths"}}));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Elsewhere this is now “Theirs.”."));
  EXPECT_THAT(late.body, HasSubstr("Changed there only, and taken over here: where."));
  EXPECT_THAT(late.body, HasSubstr(R"(value="Room 9")"));
  EXPECT_THAT(late.body, Not(HasSubstr("Elsewhere this was emptied.")));
  EXPECT_THAT(late.body, HasSubstr(R"(name="opened.did" value="Theirs.")"));
  EXPECT_THAT(late.body, HasSubstr(R"(name="version" value="2")"));
}

TEST_P(Change, X_is_told_to_programs_alike) {
  const auto json = [](const std::string& answers) {
    return R"({"source":"own_teaching","version":1,"opened":{"did":"oak was done.",)"
           R"("changed":"oak changed.","place":"oak group","source":"own_teaching",)"
           R"("state":"waiting"},)" +
           answers + "}";
  };
  ASSERT_EQ(finder_
                .post_json(item_, json(R"("did":"oak was done.","changed":"More.",)"
                                       R"("place":"Room 9")"))
                .status,
            200);
  const auto clash = finder_.post_json(
      item_, json(R"("did":"oak was done.","changed":"Less.","place":"oak group")"));
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr(R"("field":"changed")"));
  EXPECT_THAT(clash.body, Not(HasSubstr(R"("field":"place")")));
  const auto both = finder_.post_json(
      item_, json(R"("did":"Twice.","changed":"oak changed.","place":"oak group")"));
  EXPECT_EQ(both.status, 200) << both.body;
  EXPECT_THAT(both.body, HasSubstr(R"("taken_over":["changed","place"])"));
  EXPECT_THAT(both.body, HasSubstr(R"("did":"Twice.")"));
  EXPECT_EQ(finder_
                .post_json(item_, R"({"did":"x","changed":"y","place":"z","source":"audit",)"
                                  R"("version":1})")
                .status,
            409)
      << "without what it began from, whatever differs is a clash";
}

TEST_P(Change, E_11_is_not_sent_again_unread_when_it_was_sent_back_meanwhile) {
  decide(client_of(priya), item_, {{"decision", "send_back"}, {"reason", "How many?"}});
  const auto late = finder_.post_form(item_, form({{"did", "Mine."}}));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("The quality team sent this back since you opened the page."));
  EXPECT_THAT(finder_.get_json(item_).body, HasSubstr(R"("state":"returned")"));
  auto again = form({{"did", "Mine."}});
  for (auto& [name, value] : again) {
    if (name == "version") value = "2";
    if (name == "opened.state") value = "returned";
  }
  EXPECT_EQ(finder_.post_form(item_, again).status, 303);
}

}  // namespace
}  // namespace touchstone::good_practice
