#include "good_practice/ideas_world_test.h"
#include "platform/mail/testing.h"

// The monthly digest, read and mailed.
namespace touchstone::good_practice {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class MonthlyMail : public IdeasWorld {
 protected:
  // Something that was shared in December.
  std::string shared_in_december(const std::string& word) {
    const auto item = listed(word);
    write_in(demo_.eastmere, [&](sql::Write& write) {
      write.execute("UPDATE practice_sharing SET shared_on = '2026-12-15' WHERE practice = ?",
                    Id<Practice>::from_text(id_of(item)).value());
      write.record({"practice", demo_.eastmere.value, "dated", "{}"});
    });
    return item;
  }
  void choose(const std::string& email, const char* wanted) {
    EXPECT_EQ(
        client_of(email).post_form("/eastmere/ideas/digest-choice", {{"wanted", wanted}}).status,
        303);
  }
  // The demo's clock stands, so the job's day is the organisation's.
  void stand_on(const char* day) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      write.execute("UPDATE workspace SET clock_stands_on = ? WHERE slug = 'eastmere'", day);
      write.record({"workspace", demo_.eastmere.value, "clock", "{}"});
    });
  }
  std::vector<std::string> recipients() {
    std::vector<std::string> to;
    for (const auto& mail : mail::testing::outbox(database())) to.push_back(mail.to);
    std::ranges::sort(to);
    return to;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(MonthlyMail);

TEST_P(MonthlyMail, E_14_E_25_has_what_was_shared_that_month_without_names) {
  listed("oak");
  listed("elm", {{"stand_out", "yes"}, {"named", "yes"}});
  auto keeper = client_of(priya);
  const auto told = keeper.get_json("/eastmere/ideas/digest").body;
  EXPECT_THAT(told, HasSubstr("oak was done"));
  EXPECT_THAT(told, HasSubstr("Hannah Sorrell, Health and care"));
  const auto grade_one = told.substr(told.find("\"stand_out\""));
  EXPECT_THAT(grade_one, HasSubstr("elm"));
  EXPECT_THAT(grade_one, Not(HasSubstr("oak")));
  EXPECT_THAT(keeper.get("/eastmere/ideas/digest?month=2026-12").body,
              HasSubstr("Nothing new was shared"));
  EXPECT_EQ(keeper.get("/eastmere/ideas/digest?month=x").status, 404);
  EXPECT_EQ(client_of(hannah).get("/eastmere/ideas/digest").status, 403);
}

TEST_P(MonthlyMail, E_25_a_small_team_does_not_say_who_it_was) {
  listed("oak");
  const auto told = client_of(priya).get_json("/eastmere/ideas/digest").body;
  EXPECT_THAT(told, HasSubstr("A colleague\\n"));
  EXPECT_THAT(told, Not(HasSubstr("Health and care")));
}

TEST_P(MonthlyMail, E_14_goes_to_those_who_asked_for_it_and_to_nobody_else) {
  shared_in_december("oak");
  auto keeper = client_of(priya);
  const http::testing::Pairs month{{"month", "2026-12"}};
  EXPECT_EQ(keeper.post_form("/eastmere/ideas/digest", month).status, 422) << "no mail";
  const mail::testing::PostSetUp post;
  const auto early = keeper.post_form("/eastmere/ideas/digest", {{"month", "2027-01"}});
  EXPECT_THAT(early.body, HasSubstr("has not ended"));
  EXPECT_THAT(keeper.post_form("/eastmere/ideas/digest", month).body,
              HasSubstr("Nobody has asked"));
  for (const auto& email : {owen, marcus, sian}) choose(email, "yes");
  choose(sian, "no");
  EXPECT_THAT(client_of(owen).get("/eastmere/ideas").body, HasSubstr("Stop it"));
  EXPECT_THAT(keeper.get("/eastmere/ideas/digest?month=2026-12").body,
              HasSubstr("2 people who asked for it"));
  EXPECT_EQ(keeper.post_form("/eastmere/ideas/digest", month).status, 303);
  EXPECT_EQ(keeper.post_form("/eastmere/ideas/digest", month).status, 409);
  EXPECT_THAT(recipients(), ElementsAre(marcus, owen));
}

TEST_P(MonthlyMail, is_wanted_or_not_when_that_was_said_and_not_otherwise) {
  auto client = client_of(owen);
  for (const auto* json : {"{}", R"({"wanted": "perhaps"})"}) {
    choose(owen, "yes");
    EXPECT_EQ(client.post_json("/eastmere/ideas/digest-choice", json).status, 422) << json;
    EXPECT_THAT(client.get("/eastmere/ideas").body, HasSubstr("Stop it"));
  }
}

TEST_P(MonthlyMail, E_14_was_noted_too_late_for_the_mail_of_its_month_and_comes_in_the_next) {
  choose(owen, "yes");
  const mail::testing::PostSetUp post;
  stand_on("2027-01-04");
  mail_digests(database(), now());
  shared_in_december("oak");
  const auto january = client_of(priya).get("/eastmere/ideas/digest?month=2027-01").body;
  EXPECT_THAT(january, HasSubstr("oak was done"));
}

TEST_P(MonthlyMail, E_14_goes_out_by_itself_on_the_first_working_day_and_never_twice) {
  const auto item = shared_in_december("oak");
  choose(owen, "yes");
  stand_on("2027-01-03");
  mail_digests(database(), now());
  const mail::testing::PostSetUp post;
  mail_digests(database(), now());
  EXPECT_TRUE(recipients().empty()) << "the 3rd was a Sunday";
  stand_on("2027-01-04");
  mail_digests(database(), now());
  mail_digests(database(), now());
  stand_on("2027-01-05");
  mail_digests(database(), now());
  const auto mails = mail::testing::outbox(database());
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mails.front().to, owen);
  EXPECT_THAT(mails.front().text, HasSubstr("oak was done"));
  EXPECT_THAT(mails.front().text, Not(HasSubstr("Hannah Sorrell")));
  EXPECT_THAT(mails.front().text, HasSubstr("You can stop it there"));
  const auto page = client_of(priya).get(item).body;
  EXPECT_THAT(page, HasSubstr("The monthly digest"));
  EXPECT_THAT(page, HasSubstr("1 person who asked for it"));
}

TEST_P(MonthlyMail, E_14_of_one_organisation_goes_out_where_that_of_another_fails) {
  shared_in_december("oak");
  choose(owen, "yes");
  stand_on("2027-01-04");
  write_in(demo_.nine_rivers, [&](sql::Write& write) {
    write.execute(
        "UPDATE workspace SET name = 'A first', zone = 'Nowhere/None', clock_stands_on = NULL "
        "WHERE id = ?",
        demo_.nine_rivers);
    write.record({"workspace", demo_.nine_rivers.value, "spoiled", "{}"});
  });
  const mail::testing::PostSetUp post;
  EXPECT_ANY_THROW(mail_digests(database(), now()));
  EXPECT_THAT(recipients(), ElementsAre(owen));
}

TEST_P(MonthlyMail, E_9_leaves_out_what_was_taken_off_the_list) {
  const auto item = shared_in_december("oak");
  choose(owen, "yes");
  decide(client_of(priya), item, {{"decision", "send_back"}, {"reason", "A learner is named"}});
  stand_on("2027-01-04");
  const mail::testing::PostSetUp post;
  mail_digests(database(), now());
  EXPECT_TRUE(recipients().empty());
}

TEST_P(MonthlyMail, E_14_of_an_old_month_is_not_said_to_go_by_itself) {
  shared_in_december("oak");
  choose(owen, "yes");
  const mail::testing::PostSetUp post;
  const auto page = [&] {
    return client_of(priya).get("/eastmere/ideas/digest?month=2026-12").body;
  };
  stand_on("2027-01-17");
  EXPECT_THAT(page(), HasSubstr("It goes by itself to 1 person who asked for it."));
  stand_on("2027-01-18");
  EXPECT_THAT(page(), Not(HasSubstr("It goes by itself")));
  EXPECT_THAT(page(), HasSubstr("You can send it now, to 1 person who asked for it."));
}

}  // namespace
}  // namespace touchstone::good_practice
