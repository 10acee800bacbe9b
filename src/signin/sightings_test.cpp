#include <thread>

#include "signin/pages_world_test.h"

namespace touchstone::signin {

using namespace std::chrono_literals;

class Sessions : public PagesWorld {
 protected:
  void put_back(const std::string& token, const char* column, std::chrono::milliseconds by) {
    housekeep([&](sql::Housekeeping& housekeeping) {
      const auto moment = now() - by;
      if (std::string_view(column) == "seen")
        housekeeping.execute("UPDATE account_session SET seen = ? WHERE token_hash = ?", moment,
                             digest_of(token));
      else
        housekeeping.execute("UPDATE account_session SET ends = ? WHERE token_hash = ?", moment,
                             digest_of(token));
    });
  }
  std::optional<Session> stored(const std::string& token) {
    std::optional<Session> session;
    read([&](sql::Read& read) { session = session_of(read, digest_of(token)); });
    return session;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Sessions);

TEST_P(Sessions, end_after_half_an_hour_without_a_request) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  put_back(token_of(browser), "seen", idle_limit - 5s);
  EXPECT_EQ(browser.get("/eastmere/name").status, 200);
  auto other = client();
  testing::sign_in_as(other, database(), hannah);
  put_back(token_of(other), "seen", idle_limit);
  EXPECT_EQ(other.get_json("/eastmere/name").status, 401);
  EXPECT_EQ(other.get("/eastmere/name").header("location"), "/sign-in?next=%2Feastmere%2Fname");
}

TEST_P(Sessions, end_after_twelve_hours_however_busy) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  EXPECT_EQ(stored(token_of(browser))->ends - stored(token_of(browser))->started, absolute_limit);
  put_back(token_of(browser), "ends", 0s);
  EXPECT_EQ(browser.get_json("/eastmere/name").status, 401);
}

TEST_P(Sessions, are_kept_alive_by_looking_at_pages) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto token = token_of(browser);
  put_back(token, "seen", 10min);
  EXPECT_EQ(browser.get("/eastmere/name").status, 200);
  const auto patience = now() + 10s;
  while (now() - stored(token)->seen > 1min && now() < patience) std::this_thread::sleep_for(5ms);
  EXPECT_LT(now() - stored(token)->seen, 1min);
}

TEST_P(Sessions, are_not_written_for_each_page) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto token = token_of(browser);
  put_back(token, "seen", 50s);
  const auto before = stored(token)->seen;
  EXPECT_EQ(browser.get("/eastmere/name").status, 200);
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(stored(token)->seen, before);
}

TEST_P(Sessions, end_at_the_next_request_of_somebody_disabled) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  EXPECT_EQ(browser.get("/eastmere/name").status, 200);
  sql::Actor actor;
  actor.workspace = demo_.eastmere.value;
  write(actor, [&](sql::Write& write) {
    EXPECT_TRUE(people::disable(write, people::account_by_email(write, hannah)->id));
  });
  EXPECT_EQ(browser.get_json("/eastmere/name").status, 401);
  EXPECT_EQ(browser.get_json("/account").status, 401);
}

TEST_P(Sessions, open_nothing_more_in_a_workspace_that_disabled_the_person) {
  auto browser = client();
  testing::sign_in_as(browser, database(), priya);
  sql::Actor actor;
  actor.workspace = demo_.eastmere.value;
  write(actor, [&](sql::Write& write) {
    const auto person = people::person_by_email(write, demo_.eastmere, priya);
    EXPECT_TRUE(people::disable(write, person->id, Date{std::chrono::year{2027} / 1 / 19}));
  });
  const auto told = browser.get_json("/eastmere/name");
  EXPECT_EQ(told.status, 404);
  EXPECT_THAT(told.body, ::testing::HasSubstr("Your access to this organisation was closed."));
  EXPECT_EQ(browser.get("/account").status, 200);
  EXPECT_THAT(browser.get("/nine-rivers/name").body, ::testing::HasSubstr("Page not found"));
  const auto out = browser.get("/eastmere/name");
  EXPECT_EQ(out.status, 303);
  EXPECT_EQ(out.header("location"), "/sign-in");
  const auto page = browser.get("/sign-in");
  EXPECT_THAT(page.body, ::testing::HasSubstr("Your access to this organisation was closed."));
  EXPECT_THAT(browser.get("/sign-in").body, ::testing::Not(::testing::HasSubstr("was closed")))
      << "told once";
  EXPECT_EQ(browser.get("/account").status, 303);
  auto stranger = client();
  EXPECT_THAT(std::string(stranger.get("/eastmere/name").header("location")),
              ::testing::StartsWith("/sign-in?next="));
  EXPECT_THAT(stranger.get("/sign-in").body, ::testing::Not(::testing::HasSubstr("was closed")));
}

TEST_P(Sessions, of_a_role_taken_away_lose_its_rights_at_the_next_request) {
  auto browser = client();
  testing::sign_in_as(browser, database(), daniel);
  EXPECT_EQ(browser.get("/eastmere/staff").status, 200);
  housekeep([](sql::Housekeeping& housekeeping) {
    housekeeping.execute(
        "UPDATE role_grant SET until = '2027-01-18' WHERE role = 'staff_list_keeper'");
  });
  EXPECT_EQ(browser.get("/eastmere/staff").status, 403);
}

TEST_P(Sessions, are_not_opened_by_a_token_nobody_gave) {
  auto browser = client();
  for (const auto* token : {"x", "", "0000000000000000000000000000000000000000000"}) {
    token_of(browser) = token;
    EXPECT_EQ(browser.get_json("/account").status, 401) << token;
  }
}

TEST_P(Sessions, that_are_over_are_forgotten) {
  const auto over = testing::begin_session(database(), hannah, 31min);
  const auto alive = testing::begin_session(database(), hannah);
  housekeep([](sql::Housekeeping& housekeeping) { sweep_sessions(housekeeping, now()); });
  EXPECT_FALSE(stored(over));
  EXPECT_TRUE(stored(alive));
}

}  // namespace touchstone::signin
