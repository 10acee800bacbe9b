#include <ctime>

#include "people/people.h"
#include "signin/credential_store.h"
#include "signin/pages_world_test.h"
#include "signin/throttle_store.h"

namespace touchstone::signin {

using ::testing::HasSubstr;
using ::testing::Not;

class SignIn : public PagesWorld {};
INSTANTIATE_ON_BOTH_DATABASES(SignIn);

TEST_P(SignIn, opens_the_only_organisation_one_belongs_to) {
  auto browser = client();
  const auto answer = sign_in(browser, "Hannah.Sorrell@eastmere.example");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("location"), "/");
  EXPECT_EQ(browser.get("/").header("location"), "/eastmere");
  const auto page = browser.get("/eastmere/name");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Eastmere College / Hannah Sorrell"));
  EXPECT_THAT(page.body, HasSubstr("2027-01-19"));
}

TEST_P(SignIn, asks_which_organisation_when_there_are_two) {
  const auto second = Id<people::Person>::fresh();
  sql::Actor actor;
  actor.workspace = demo_.nine_rivers.value;
  write(actor, [&](sql::Write& write) {
    people::add(write, people::Person{.id = second,
                                      .account = people::account_by_email(write, hannah)->id,
                                      .name = "Hannah as a guest",
                                      .email = hannah});
  });
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto page = browser.get("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("href=\"/eastmere\""));
  EXPECT_THAT(page.body, HasSubstr("href=\"/nine-rivers\""));
  EXPECT_THAT(browser.get_json("/").body, HasSubstr(R"({"slug":"nine-rivers")"));
}

TEST_P(SignIn, says_the_same_for_a_wrong_password_and_an_unknown_address) {
  auto browser = client();
  auto wrong = sign_in(browser, hannah, "not the password");
  auto unknown = sign_in(browser, "nobody.at.all@eastmere.example", "not the password");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(unknown.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("do not belong together"));
  EXPECT_THAT(unknown.body, HasSubstr("do not belong together"));
  EXPECT_FALSE(browser.cookies.contains("touchstone"));
}

TEST_P(SignIn, keeps_the_address_that_was_typed_and_never_the_password) {
  auto browser = client();
  const auto answer = sign_in(browser, hannah, "a-secret-typed-wrong");
  EXPECT_THAT(answer.body, HasSubstr("value=\"" + hannah + "\""));
  EXPECT_THAT(answer.body, HasSubstr("<title>Error: Sign in"));
  EXPECT_THAT(answer.body, HasSubstr("href=\"#email\""));
  EXPECT_THAT(answer.body, Not(HasSubstr("a-secret-typed-wrong")));
}

TEST_P(SignIn, answers_programs_in_json) {
  auto program = client();
  const auto wrong =
      program.post_json("/sign-in", R"({"email": ")" + hannah + R"(", "password": "no"})");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.header("content-type"), HasSubstr("application/problem+json"));
  EXPECT_THAT(wrong.body, HasSubstr(R"("field":"email")"));
  const auto right = program.post_json(
      "/sign-in", R"({"email": ")" + hannah + R"(", "password": ")" + known_password + R"("})");
  EXPECT_EQ(right.status, 200);
  EXPECT_THAT(right.body, HasSubstr(R"("workspaces":[{"slug":"eastmere")"));
  EXPECT_EQ(program.get_json("/eastmere/name").status, 200);
}

TEST_P(SignIn, goes_on_to_where_one_wanted_to_be_and_never_to_another_site) {
  auto browser = client();
  const auto sent = browser.get("/eastmere/name");
  EXPECT_EQ(sent.status, 303);
  EXPECT_EQ(sent.header("location"), "/sign-in?next=%2Feastmere%2Fname");
  const auto back = browser.post_form(
      "/sign-in", {{"email", hannah}, {"password", known_password}, {"next", "/eastmere/name"}});
  EXPECT_EQ(back.header("location"), "/eastmere/name");
  for (const std::string elsewhere :
       {"https://evil.example/", "//evil.example/", "/\\evil.example"}) {
    auto other = client();
    const auto answer = other.post_form(
        "/sign-in", {{"email", hannah}, {"password", known_password}, {"next", elsewhere}});
    EXPECT_EQ(answer.header("location"), "/") << elsewhere;
  }
}

TEST_P(SignIn, goes_to_the_start_page_when_where_one_wanted_to_be_is_longer_than_any_page) {
  auto browser = client();
  const auto longest = "/eastmere/name?" + std::string(1985, 'a');
  EXPECT_THAT(browser.get("/sign-in?next=" + longest).body, HasSubstr(longest));
  EXPECT_THAT(browser.get("/sign-in?next=" + longest + "a").body, Not(HasSubstr("aaaa")));
  EXPECT_EQ(browser.get(longest + "a").header("location"), "/sign-in");
  for (const auto& next : {longest + "a", "/" + std::string(50'000, 'a')}) {
    auto other = client();
    const auto answer = other.post_form(
        "/sign-in", {{"email", hannah}, {"password", known_password}, {"next", next}});
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.header("location"), "/");
  }
}

TEST_P(SignIn, gives_a_new_token_each_time_and_forgets_the_one_that_came) {
  auto browser = client();
  const std::string planted = random_token();
  token_of(browser) = planted;
  EXPECT_EQ(sign_in(browser, hannah).status, 303);
  const auto first = token_of(browser);
  EXPECT_NE(first, planted);
  EXPECT_EQ(sign_in(browser, hannah).status, 303);
  EXPECT_NE(token_of(browser), first);
  auto thief = client();
  token_of(thief) = first;
  EXPECT_EQ(thief.get("/eastmere/name").status, 303);
  EXPECT_EQ(browser.get("/eastmere/name").status, 200);
}

TEST_P(SignIn, stores_only_a_hash_of_the_token) {
  const auto token = testing::begin_session(database(), hannah);
  read([&](sql::Read& read) {
    for (const auto& row : read.rows("SELECT token_hash FROM account_session"))
      EXPECT_EQ(row.get<Digest>(0), digest_of(token));
  });
}

TEST_P(SignIn, sets_a_cookie_that_scripts_and_other_sites_do_not_get) {
  auto browser = client();
  const auto answer = sign_in(browser, hannah);
  EXPECT_THAT(answer.header("set-cookie"), HasSubstr("HttpOnly"));
  EXPECT_THAT(answer.header("set-cookie"), HasSubstr("SameSite=Lax"));
  EXPECT_THAT(answer.header("set-cookie"), HasSubstr("Path=/"));
  EXPECT_THAT(answer.header("cache-control"), HasSubstr("no-store"));
}

TEST_P(SignIn, refuses_a_form_from_another_site) {
  auto browser = client();
  const auto from_elsewhere =
      browser.post_form("/sign-in", {{"email", hannah}, {"password", known_password}},
                        {{"Sec-Fetch-Site", "cross-site"}});
  EXPECT_EQ(from_elsewhere.status, 403);
  browser.adds_csrf = false;
  EXPECT_EQ(sign_in(browser, hannah).status, 403);
  EXPECT_FALSE(browser.cookies.contains("touchstone"));
}

TEST_P(SignIn, ends_the_session_and_clears_what_the_browser_kept_at_sign_out) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto token = token_of(browser);
  const auto answer = browser.post_form("/sign-out", {});
  EXPECT_EQ(answer.header("location"), "/sign-in");
  EXPECT_THAT(answer.header("clear-site-data"), HasSubstr("\"cache\""));
  token_of(browser) = token;
  EXPECT_EQ(browser.get_json("/eastmere/name").status, 401);
  EXPECT_EQ(browser.get_json("/eastmere/name").header("www-authenticate"),
            "Cookie realm=\"Touchstone\"");
}

TEST_P(SignIn, throttles_an_account_after_ten_failures_even_for_the_right_password) {
  auto browser = client();
  for (int i = 0; i < failure_limit; ++i) {
    browser.from = "127.0." + std::to_string(i) + ".9";  // ten networks
    EXPECT_EQ(sign_in(browser, hannah, "guess number " + std::to_string(i)).status, 422);
  }
  browser.from = "127.0.99.9";
  const auto answer = sign_in(browser, hannah);
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.header("retry-after"), "300");
  EXPECT_EQ(sign_in(browser, daniel).status, 303);
}

TEST_P(SignIn, throttles_an_address_that_nobody_has_just_the_same) {
  auto browser = client();
  for (int i = 0; i < failure_limit; ++i) {
    browser.from = "127.1." + std::to_string(i) + ".9";
    sign_in(browser, "nobody@eastmere.example", "x");
  }
  browser.from = "127.1.99.9";
  EXPECT_EQ(sign_in(browser, "NOBODY@eastmere.example").status, 429);
}

TEST_P(SignIn, throttles_a_network_whatever_accounts_it_tries) {
  auto browser = client();
  // Colleagues who share one address are not locked out by somebody who forgot a password.
  for (int i = 0; i < failure_limit; ++i) {
    browser.from = "127.2.3." + std::to_string(i + 1);
    sign_in(browser, "somebody" + std::to_string(i) + "@eastmere.example", "x");
  }
  browser.from = "127.2.3.200";
  EXPECT_EQ(sign_in(browser, hannah).status, 303);
  housekeep([](sql::Housekeeping& housekeeping) {
    const std::array tallies{network_tally("127.2.3.9")};
    for (int i = failure_limit; i < network_failure_limit; ++i)
      note_failure(housekeeping, tallies, now());
  });
  EXPECT_EQ(sign_in(browser, hannah).status, 429);
  browser.from = "127.2.4.1";
  EXPECT_EQ(sign_in(browser, hannah).status, 303);
}

TEST_P(SignIn, lets_a_throttled_account_in_again_after_five_minutes) {
  const auto about = counted_against(hannah, "10.1.1.1");
  housekeep([&](sql::Housekeeping& housekeeping) {
    for (int i = 0; i < failure_limit; ++i)
      housekeeping.execute("INSERT INTO account_failure (id, about, at) VALUES (?, ?, ?)",
                           new_uuid(), about.front().about,
                           now() - failure_window + std::chrono::seconds(2));
  });
  auto browser = client();
  EXPECT_EQ(sign_in(browser, hannah).status, 429);
  housekeep([&](sql::Housekeeping& housekeeping) {
    housekeeping.execute("UPDATE account_failure SET at = ?", now() - failure_window);
  });
  EXPECT_EQ(sign_in(browser, hannah).status, 303);
}

double seconds_to_check(sql::Read& read, const std::string& email) {
  const auto began = std::clock();
  const auto checked = check_password(read, email, "not the password", {});
  EXPECT_FALSE(checked.matches);
  return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

TEST_P(SignIn, takes_as_long_for_an_address_without_an_account) {
  read([&](sql::Read& read) {
    const double known = seconds_to_check(read, hannah);
    const double unknown = seconds_to_check(read, "nobody@eastmere.example");
    EXPECT_GT(unknown, known * 0.5);
    EXPECT_LT(unknown, known * 2.0);
    EXPECT_GT(known, 0.02);
  });
}

TEST_P(SignIn, refuses_a_disabled_account_like_a_wrong_password) {
  sql::Actor actor;
  actor.workspace = demo_.eastmere.value;
  write(actor, [&](sql::Write& write) {
    people::disable(write, people::account_by_email(write, hannah)->id);
  });
  auto browser = client();
  const auto answer = sign_in(browser, hannah);
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("do not belong together"));
}

TEST_P(SignIn, tells_programs_to_sign_in_and_strangers_nothing) {
  auto browser = client();
  EXPECT_EQ(browser.get_json("/eastmere/name").status, 401);
  EXPECT_EQ(browser.get("/no-such-place/name").status, 303);
  testing::sign_in_as(browser, database(), hannah);
  const auto stranger = browser.get("/nine-rivers/name");
  EXPECT_EQ(stranger.status, 404);
  EXPECT_THAT(stranger.body, Not(HasSubstr(std::string(people::canary))));
  EXPECT_EQ(browser.get("/no-such-place/name").status, 404);
  EXPECT_EQ(browser.get_json("/nine-rivers/name").status, 404);
}

TEST_P(SignIn, refuses_with_a_sentence_what_a_role_does_not_allow) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto page = browser.get("/eastmere/staff");
  EXPECT_EQ(page.status, 403);
  EXPECT_THAT(page.body, HasSubstr("None of your roles allows this"));
  EXPECT_EQ(browser.get_json("/eastmere/staff").status, 403);
  EXPECT_EQ(browser.post_form("/eastmere/touches", {}).status, 403);
  testing::sign_in_as(browser, database(), daniel);
  EXPECT_EQ(browser.get("/eastmere/staff").status, 200);
  testing::sign_in_as(browser, database(), priya);
  EXPECT_EQ(browser.post_form("/eastmere/touches", {}).status, 303);
}

}  // namespace touchstone::signin
