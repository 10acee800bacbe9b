#include "signin/pages_world_test.h"
#include "signin/throttle.h"

namespace touchstone::signin {

using ::testing::HasSubstr;
using ::testing::Not;

class AccountPages : public PagesWorld {};
INSTANTIATE_ON_BOTH_DATABASES(AccountPages);

constexpr auto changed_password = "nine purple kettles";

http::testing::Answer change(http::testing::Client& browser, const std::string& present,
                             const std::string& wanted) {
  return browser.post_form("/account/password",
                           {{"present_password", present}, {"new_password", wanted}});
}

TEST_P(AccountPages, shows_whose_account_it_is_and_keeps_it_nowhere) {
  auto browser = client();
  EXPECT_EQ(browser.get("/account").header("location"), "/sign-in?next=%2Faccount");
  testing::sign_in_as(browser, database(), hannah);
  const auto page = browser.get("/account");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr(hannah));
  EXPECT_THAT(page.body, HasSubstr("1 device"));
  EXPECT_THAT(page.header("cache-control"), HasSubstr("no-store"));
  EXPECT_THAT(browser.get_json("/account").body, HasSubstr(R"("sessions":1)"));
}

TEST_P(AccountPages, changing_the_password_ends_all_other_sessions_and_renews_this_one) {
  auto phone = client();
  auto browser = client();
  testing::sign_in_as(phone, database(), hannah);
  testing::sign_in_as(browser, database(), hannah);
  const auto before = token_of(browser);
  const auto answer = change(browser, known_password, changed_password);
  EXPECT_EQ(answer.status, 303);
  EXPECT_NE(token_of(browser), before);
  EXPECT_EQ(answer.header("location"), "/account");
  EXPECT_THAT(browser.get("/account").body, HasSubstr("Your password is changed."));
  EXPECT_THAT(browser.get("/account").body, Not(HasSubstr("Your password is changed.")));
  EXPECT_EQ(phone.get_json("/account").status, 401);
  auto old = client();
  token_of(old) = before;
  EXPECT_EQ(old.get_json("/account").status, 401);

  auto again = client();
  EXPECT_EQ(sign_in(again, hannah).status, 422);
  EXPECT_EQ(sign_in(again, hannah, changed_password).status, 303);
}

TEST_P(AccountPages, says_by_no_link_that_a_password_was_changed) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  for (const std::string query : {"?changed=password", "?changed", "?note=password-changed"})
    EXPECT_THAT(browser.get("/account" + query).body, Not(HasSubstr("is changed"))) << query;
}

TEST_P(AccountPages, counts_the_renewed_session_in_json) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto answer = browser.post_json(
      "/account/password",
      R"({"present_password": "seven green bicycles", "new_password": "nine purple kettles"})");
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, HasSubstr(R"("sessions":1)"));
  auto phone = client();
  const auto entered = phone.post_json(
      "/sign-in", R"({"email": ")" + hannah + R"(", "password": "nine purple kettles"})");
  EXPECT_THAT(entered.body, HasSubstr(R"("sessions":2)"));
}

TEST_P(AccountPages, needs_the_present_password_and_shows_none_again) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  const auto answer = change(browser, "a wrong present one", changed_password);
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("This is not your present password."));
  EXPECT_THAT(answer.body, Not(HasSubstr("a wrong present one")));
  EXPECT_THAT(answer.body, Not(HasSubstr(changed_password)));
  auto again = client();
  EXPECT_EQ(sign_in(again, hannah).status, 303);
}

TEST_P(AccountPages, counts_wrong_present_passwords_with_the_sign_in_page) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  for (int i = 0; i < failure_limit; ++i)
    EXPECT_EQ(change(browser, "a wrong present one", changed_password).status, 422) << i;
  EXPECT_EQ(change(browser, known_password, changed_password).status, 429);
  browser.from = "127.7.7.7";
  EXPECT_EQ(sign_in(browser, hannah).status, 429);
}

TEST_P(AccountPages, lets_nobody_skip_the_present_password_by_the_page_for_one_time_passwords) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  EXPECT_EQ(browser.get_json("/new-password").status, 401);
  EXPECT_EQ(browser.post_json("/new-password", R"({"new_password":"nine purple kettles"})").status,
            401);
  auto again = client();
  EXPECT_EQ(sign_in(again, hannah).status, 303);
}

TEST_P(AccountPages, refuses_a_password_that_is_easy_to_guess) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  EXPECT_THAT(change(browser, known_password, "short").body, HasSubstr("12 characters or more"));
  EXPECT_THAT(change(browser, known_password, hannah).body, HasSubstr("harder to guess"));
}

TEST_P(AccountPages, signs_out_everywhere) {
  auto phone = client();
  auto browser = client();
  testing::sign_in_as(phone, database(), hannah);
  testing::sign_in_as(browser, database(), hannah);
  const auto token = token_of(browser);
  const auto answer = browser.post_form("/account/sign-outs", {});
  EXPECT_EQ(answer.status, 303);
  EXPECT_FALSE(answer.header("clear-site-data").empty());
  EXPECT_EQ(phone.get_json("/account").status, 401);
  token_of(browser) = token;
  EXPECT_EQ(browser.get_json("/account").status, 401);
}

TEST_P(AccountPages, refuses_forms_without_the_token_of_the_session) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  browser.adds_csrf = false;
  EXPECT_EQ(browser.post_form("/account/sign-outs", {}).status, 403);
  EXPECT_EQ(browser.post_form("/sign-out", {}).status, 403);
  EXPECT_EQ(change(browser, known_password, changed_password).status, 403);
  EXPECT_EQ(browser.get_json("/account").status, 200);
}

TEST_P(AccountPages, writes_a_changed_password_into_the_history_and_no_password) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  EXPECT_EQ(change(browser, known_password, changed_password).status, 303);
  read([&](sql::Read& read) {
    int found = 0;
    for (const auto& row : read.rows(
             "SELECT change FROM history WHERE ws = ? AND verb = 'password_changed'", Uuid{})) {
      ++found;
      EXPECT_EQ(row.text(0), "{}");
    }
    EXPECT_EQ(found, 1);
  });
}

}  // namespace touchstone::signin
