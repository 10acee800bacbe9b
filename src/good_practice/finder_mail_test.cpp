#include "good_practice/ideas_world_test.h"
#include "platform/mail/testing.h"

// What the finder of an idea is told of it, and that a deed is confirmed.
namespace touchstone::good_practice {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class FinderMail : public IdeasWorld {
 protected:
  // The one mail to Hannah since the last look; its subject and its text.
  std::string mailed() {
    const auto all = mail::testing::outbox(database());
    std::string found;
    for (std::size_t i = seen_; i < all.size(); ++i)
      found += all[i].to + ": " + all[i].subject + "\n" + all[i].text;
    seen_ = all.size();
    return found;
  }
  const mail::testing::PostSetUp post_;

 private:
  std::size_t seen_ = 0;
};
INSTANTIATE_ON_BOTH_DATABASES(FinderMail);

TEST_P(FinderMail, E_11_says_what_became_of_the_idea_and_never_why) {
  auto client = client_of(hannah);
  const auto item = record(client, "oak");
  EXPECT_THAT(mail::testing::outbox(database()), IsEmpty());
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A-learner-is-named"}});
  const auto back = mailed();
  EXPECT_THAT(back, HasSubstr(hannah + ": Your idea is sent back to you"));
  EXPECT_THAT(back, HasSubstr("oak was done"));
  EXPECT_THAT(back, Not(HasSubstr("A-learner-is-named")));
  decide(client_of(priya), item, {{"decision", "agree"}});
  EXPECT_THAT(mailed(), HasSubstr("Your idea is validated\n"));
  const http::testing::Pairs sharing{
      {"channel", "cpd"}, {"audience", "All tutors"}, {"shared_on", "2027-01-18"}};
  client_of(priya).post_form(item + "/sharings", sharing);
  EXPECT_THAT(mailed(), HasSubstr("Your idea is shared\n"));
  client_of(priya).post_form(item + "/sharings", sharing);
  EXPECT_EQ(mailed(), "") << "everybody finds it already";
}

TEST_P(FinderMail, E_11_is_not_sent_to_who_decided) {
  auto client = client_of(priya);
  const auto item = record(client, "elm", {{"source", "observation"}, {"tutor", owen}});
  mailed();
  decide(client, item, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_EQ(mailed(), "");
}

TEST_P(FinderMail, E_25_whose_teaching_it_is_said_to_be_is_told_so_once_and_not_what_it_says) {
  auto client = client_of(priya);
  const auto item = record(client, "elm", {{"source", "observation"}, {"tutor", owen}});
  const auto told = mailed();
  EXPECT_THAT(told, HasSubstr(owen + ": Something that works was recorded as your teaching"));
  EXPECT_THAT(told, HasSubstr("it stands in “Your data”"));
  EXPECT_THAT(told, Not(HasSubstr("elm was done")));
  http::testing::Pairs fields{{"did", "elm was done"},   {"changed", "More"}, {"place", "Site"},
                              {"source", "observation"}, {"tutor", owen},     {"version", "1"}};
  EXPECT_EQ(client.post_form(item, fields).status, 303);
  EXPECT_EQ(mailed(), "") << "it was said before";
  fields[4].second = marcus;
  fields[5].second = "2";
  EXPECT_EQ(client.post_form(item, fields).status, 303);
  EXPECT_THAT(mailed(), HasSubstr(marcus + ": Something that works"));
  record(client, "ash");
  EXPECT_EQ(mailed(), "") << "one's own teaching";
}

TEST_P(FinderMail, each_deed_is_confirmed_once) {
  auto client = client_of(hannah);
  const auto item = record(client, "oak");
  const std::string sentence = "It is with the quality team.";
  const auto page = client.get(item);
  EXPECT_THAT(page.body, HasSubstr(sentence));
  EXPECT_EQ(page.header("cache-control"), "no-store");
  const auto again = client.get(item);
  EXPECT_THAT(again.body, Not(HasSubstr(sentence)));
  EXPECT_NE(again.header("etag"), "");
  client.post_form(item + "/colleague", {{"email", marcus}});
  EXPECT_THAT(client.get(item, {{"If-None-Match", std::string(again.header("etag"))}}).body,
              HasSubstr("Marcus Bright can see it now."));
}

TEST_P(FinderMail, E_20_a_version_of_ones_own_waits_and_the_page_says_so) {
  const auto item = listed("oak");
  auto client = client_of(owen);
  client.post_form(item + "/trials", {{"place", "Site"}});
  const auto told = client.get_json(item).body;
  const auto at = told.find("/eastmere/ideas/trials/");
  ASSERT_NE(at, told.npos);
  const auto trial = told.substr(at, told.find('"', at) - at);
  const auto sent = client.post_form(trial, {{"outcome", "better"},
                                             {"difference", "own_version"},
                                             {"report", "I did it at the bench."},
                                             {"again", "yes"},
                                             {"changed", "They ask more."},
                                             {"version", "1"}});
  ASSERT_EQ(sent.status, 303) << sent.body;
  EXPECT_THAT(client.get(std::string(sent.header("location"))).body,
              HasSubstr("others see it once it is validated."));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE parent IS NOT NULL AND state = 'waiting' "
                    "AND team IS NOT NULL"),
            1);
}

TEST_P(FinderMail, E_11_says_that_everybody_finds_what_was_listed_before) {
  auto client = client_of(hannah);
  const auto item = record(client, "oak");
  auto keeper = client_of(priya);
  decide(keeper, item, {{"decision", "agree"}, {"share", "yes"}});
  mailed();
  const auto again = decide(keeper, item, {{"decision", "agree"}, {"title", "Another title"}});
  EXPECT_THAT(keeper.get(std::string(again.header("location"))).body,
              HasSubstr("everybody here finds it now"));
  EXPECT_THAT(mailed(), HasSubstr("Everybody here finds it now."));
}

}  // namespace
}  // namespace touchstone::good_practice
