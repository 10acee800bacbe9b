#include <gmock/gmock.h>

#include "look/layout.h"
#include "signin/testing.h"
#include "signin/throttle.h"

namespace touchstone::signin {

using ::testing::HasSubstr;
using ::testing::Not;

class SetUpPage : public sql::testing::OnBothDatabases {
 protected:
  SetUpPage() : sightings_(database()), secret_(offer_set_up(database()).value()) {
    add_routes(routes_);
    http::Hooks hooks;
    hooks.identify = [this](sql::Read& read, http::Request& request) {
      sightings_.identify(read, request);
    };
    hooks.refusal_page = look::refusal_page;
    running_ = std::make_unique<http::testing::Running>(routes_, database(), hooks);
  }
  http::testing::Client client() { return running_->client(); }
  static http::testing::Pairs filled_in(const std::string& secret) {
    return {{"secret", secret},
            {"organisation", "Marlow Sixth Form"},
            {"slug", "marlow"},
            {"zone", "Europe/London"},
            {"words", "college"},
            {"name", "Ada Fenwick"},
            {"email", "ada@marlow.example"},
            {"password", "four quiet lanterns"}};
  }

  Sightings sightings_;
  std::string secret_;
  http::Routes routes_;
  std::unique_ptr<http::testing::Running> running_;
};
INSTANTIATE_ON_BOTH_DATABASES(SetUpPage);

TEST_P(SetUpPage, is_where_an_empty_installation_leads) {
  auto browser = client();
  EXPECT_EQ(browser.get("/").header("location"), "/sign-in?next=%2F");
  EXPECT_EQ(browser.get("/sign-in").header("location"), "/set-up");
  EXPECT_EQ(browser.get("/set-up").status, 200);
}

TEST_P(SetUpPage, makes_the_organisation_and_its_first_person_once_only) {
  auto browser = client();
  const auto made = browser.post_form("/set-up", filled_in(secret_));
  EXPECT_EQ(made.status, 303) << made.body;
  EXPECT_EQ(made.header("location"), "/marlow");
  EXPECT_THAT(browser.get_json("/account").body, HasSubstr(R"("slug":"marlow")"));
  read([&](sql::Read& read) {
    const auto workspace = people::workspace_by_slug(read, "marlow").value();
    const auto person = people::person_by_email(read, workspace.id, "ada@marlow.example").value();
    const auto roles =
        people::roles_of(read, workspace.id, person.id, people::today(workspace, now()));
    ASSERT_EQ(roles.size(), 2U);
    EXPECT_TRUE(
        people::is_last_keeper(read, workspace.id, person.id, people::today(workspace, now())));
    EXPECT_TRUE(read.rows("SELECT 1 FROM history WHERE ws = ? AND noun = 'workspace'", workspace.id)
                    .next());
  });
  auto other = client();
  EXPECT_EQ(other.get("/set-up").status, 404);
  EXPECT_EQ(other.post_form("/set-up", filled_in(secret_)).status, 404);
  EXPECT_FALSE(offer_set_up(database()));
}

TEST_P(SetUpPage, needs_the_secret_of_this_start) {
  auto browser = client();
  const auto later = offer_set_up(database()).value();
  auto answer = browser.post_form("/set-up", filled_in(secret_));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("This is not the set-up secret."));
  EXPECT_EQ(browser.post_form("/set-up", filled_in("")).status, 422);
  read([](sql::Read& read) { EXPECT_FALSE(people::any_account(read)); });
  EXPECT_EQ(browser.post_form("/set-up", filled_in(later)).status, 303);
}

TEST_P(SetUpPage, complains_in_the_order_of_its_questions) {
  auto fields = filled_in("made up");
  fields[6].second = "no address";
  const auto page = client().post_form("/set-up", fields).body;
  const auto secret = page.find("href=\"#secret\"");
  ASSERT_NE(secret, page.npos);
  EXPECT_LT(secret, page.find("href=\"#email\""));
}

TEST_P(SetUpPage, keeps_what_was_typed_but_neither_secret_nor_password) {
  auto browser = client();
  auto fields = filled_in(secret_);
  fields[6].second = "no address";
  const auto answer = browser.post_form("/set-up", fields);
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("value=\"Marlow Sixth Form\""));
  EXPECT_THAT(answer.body, HasSubstr("href=\"#email\""));
  EXPECT_THAT(answer.body, Not(HasSubstr("four quiet lanterns")));
  EXPECT_THAT(answer.body, Not(HasSubstr(secret_)));
}

TEST_P(SetUpPage, is_throttled_after_ten_wrong_secrets) {
  auto browser = client();
  for (int i = 0; i < failure_limit; ++i) {
    browser.from = "127.3." + std::to_string(i) + ".9";
    EXPECT_EQ(browser.post_form("/set-up", filled_in("wrong")).status, 422);
  }
  EXPECT_EQ(browser.post_form("/set-up", filled_in(secret_)).status, 429);
}

TEST_P(SetUpPage, works_in_json) {
  auto program = client();
  EXPECT_EQ(program.get_json("/set-up").body, R"({"set_up":false})");
  const auto answer =
      program.post_json("/set-up", R"({"secret":")" + secret_ + R"(","name":"Ada"})");
  EXPECT_EQ(answer.status, 422);
  for (const auto* field : {"organisation", "slug", "zone", "words", "email", "password"})
    EXPECT_THAT(answer.body, HasSubstr(std::string(R"("field":")") + field + '"')) << field;
}

}  // namespace touchstone::signin
