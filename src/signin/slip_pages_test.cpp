#include "platform/mail/testing.h"
#include "signin/account_link_store.h"
#include "signin/pages_world_test.h"
#include "signin/slip_store.h"

namespace touchstone::signin {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class Slips : public PagesWorld {
 protected:
  // The account page of somebody who signed in, as a form sends it.
  http::testing::Answer wish(http::testing::Client& who, const std::string& replaces = "none",
                             const std::string& password = known_password) {
    return who.post_form("/account/slip", {{"slip_password", password}, {"replaces", replaces}});
  }
  // The path that is printed on a slip.
  static std::string path_on(const http::testing::Answer& slip) {
    const auto from = slip.body.find("/sign-in/slip/");
    if (from == std::string::npos) return {};
    return slip.body.substr(from, slip.body.find_first_of("<\"", from) - from);
  }
  // Of somebody who signs in for it.
  std::string made_by(const std::string& email, const std::string& password = known_password) {
    auto owner = client();
    sign_in(owner, email, password);
    const auto made = owner.post_json("/account/slip", R"({"slip_password": ")" + password + "\"}");
    EXPECT_EQ(made.status, 200) << made.body;
    return path_on(made);
  }
  std::string replaced_on(http::testing::Client& who) {
    const auto page = who.get("/account").body;
    const std::string before = R"(name="replaces" value=")";
    const auto from = page.find(before) + before.size();
    return page.substr(from, page.find('"', from) - from);
  }
  std::vector<std::string> said_of_slips() {
    std::vector<std::string> verbs;
    read([&](sql::Read& reads) {
      for (const auto& row : reads.rows("SELECT verb FROM history WHERE noun = 'account' AND verb "
                                        "LIKE 'slip%' ORDER BY n"))
        verbs.emplace_back(row.text(0));
    });
    return verbs;
  }
  int works(const std::string& path) { return client().get(path).status; }

  mail::testing::PostSetUp post_;
};
INSTANTIATE_ON_BOTH_DATABASES(Slips);

TEST_P(Slips, are_made_by_their_owner_with_the_password_and_shown_this_once) {
  auto owner = client();
  sign_in(owner, hannah);
  EXPECT_THAT(owner.get("/account").body, HasSubstr("Make a slip"));
  const auto page = wish(owner);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("cache-control"), "no-store");
  EXPECT_THAT(page.body, HasSubstr("Sign in to Touchstone as " + hannah));
  EXPECT_THAT(page.body, HasSubstr("<svg"));
  EXPECT_THAT(path_on(page), StartsWith("/sign-in/slip/"));
  const auto after = owner.get("/account").body;
  EXPECT_THAT(after, HasSubstr("A slip waits. It works once, until " +
                               to_words(date_in(now() + std::chrono::days(200), "UTC"))));
  EXPECT_THAT(after, Not(HasSubstr("/sign-in/slip/")));
  EXPECT_EQ(lifetime_of(Purpose::slip), std::chrono::days(200));
}

TEST_P(Slips, sign_in_once_by_a_button_and_looking_uses_nothing_up) {
  const auto path = made_by(hannah);
  auto phone = client();
  for (int i = 0; i < 3; ++i) {
    const auto page = phone.get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.header("cache-control"), "no-store");
    EXPECT_THAT(page.body, HasSubstr("You sign in as " + hannah));
  }
  EXPECT_THAT(mail::testing::outbox(database()), SizeIs(0));
  const auto signed_in = phone.post_form(path, {});
  EXPECT_EQ(signed_in.status, 303);
  EXPECT_EQ(signed_in.header("location"), "/");
  EXPECT_THAT(phone.get("/eastmere/name").body, HasSubstr("Hannah Sorrell"));
  auto finder = client();
  EXPECT_EQ(finder.post_form(path, {}).status, 404);
  EXPECT_THAT(finder.get(path).body, HasSubstr("This slip does not work any more"));
  EXPECT_EQ(finder.get("/eastmere/name").status, 303);
}

TEST_P(Slips, stand_in_the_history_and_their_owner_is_told_of_the_use) {
  auto phone = client();
  phone.post_form(made_by(hannah), {});
  EXPECT_THAT(said_of_slips(), ElementsAre("slip_made", "slip_used"));
  const auto mails = mail::testing::outbox(database());
  ASSERT_THAT(mails, SizeIs(1));
  EXPECT_EQ(mails.back().to, hannah);
  EXPECT_EQ(mails.back().subject, "Your slip for Touchstone was used");
  EXPECT_THAT(mails.back().text, HasSubstr("If this was not you, choose a new password at once"));
}

TEST_P(Slips, take_the_place_of_the_one_before) {
  const auto first = made_by(hannah);
  const auto second = made_by(hannah);
  EXPECT_EQ(works(first), 404);
  EXPECT_EQ(works(second), 200);
}

TEST_P(Slips, stay_when_the_form_that_made_them_is_sent_again) {
  auto owner = client();
  sign_in(owner, hannah);
  const auto first = wish(owner, replaced_on(owner));
  const auto path = path_on(first);
  EXPECT_EQ(wish(owner, "none").header("location"), "/account") << "a reload";
  EXPECT_EQ(works(path), 200);
  const auto renewed = wish(owner, replaced_on(owner));
  EXPECT_EQ(renewed.status, 200);
  EXPECT_EQ(works(path), 404);
}

TEST_P(Slips, are_taken_back_by_their_owner_only) {
  const auto path = made_by(hannah);
  auto another = client();
  sign_in(another, priya);
  EXPECT_EQ(another.post_form("/account/slip/removal", {}).status, 303);
  EXPECT_EQ(works(path), 200);
  auto owner = client();
  sign_in(owner, hannah);
  EXPECT_EQ(owner.post_form("/account/slip/removal", {}).status, 303);
  EXPECT_THAT(owner.get("/account").body, HasSubstr("The slip does not work any more."));
  EXPECT_EQ(works(path), 404);
  EXPECT_THAT(owner.post_json("/account/slip/removal", "{}").body,
              HasSubstr(R"("slip_until":null)"));
  EXPECT_THAT(said_of_slips(), ElementsAre("slip_made", "slip_taken_back"));
}

TEST_P(Slips, end_when_the_password_changes) {
  const auto path = made_by(hannah);
  auto owner = client();
  sign_in(owner, hannah);
  owner.post_form("/account/password",
                  {{"present_password", known_password}, {"new_password", "nine quiet harbours"}});
  EXPECT_EQ(works(path), 404);
  EXPECT_EQ(client().post_form(path, {}).status, 404);
}

TEST_P(Slips, end_when_their_owner_signs_out_everywhere) {
  const auto path = made_by(hannah);
  auto owner = client();
  sign_in(owner, hannah);
  owner.post_form("/account/sign-outs", {});
  EXPECT_EQ(works(path), 404);
}

TEST_P(Slips, end_with_their_time_with_the_account_and_with_its_address) {
  auto path = made_by(hannah);
  housekeep(
      [](sql::Housekeeping& turn) { turn.execute("UPDATE account_link SET expires = ?", now()); });
  EXPECT_EQ(works(path), 404);
  auto owner = client();
  sign_in(owner, hannah);
  EXPECT_THAT(owner.get("/account").body, Not(HasSubstr("A slip waits")));

  sql::Actor actor;
  path = made_by(priya);
  write(actor, [&](sql::Write& writes) {
    people::change_email(writes, people::account_by_email(writes, priya).value().id,
                         "priya@eastmere.example", now());
  });
  EXPECT_EQ(works(path), 404);
  path = made_by(daniel);
  write(actor, [&](sql::Write& writes) {
    people::disable(writes, people::account_by_email(writes, daniel).value().id);
  });
  EXPECT_EQ(works(path), 404);
}

TEST_P(Slips, need_the_right_password_which_cannot_be_guessed) {
  auto owner = client();
  sign_in(owner, hannah);
  const auto missing = wish(owner, "none", "");
  EXPECT_EQ(missing.status, 422);
  EXPECT_THAT(missing.body, HasSubstr("Enter your password."));
  for (int i = 0; i < 10; ++i) {
    const auto wrong = wish(owner, "none", "not the password");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("This is not your password."));
  }
  EXPECT_EQ(wish(owner).status, 429) << "even the right one";
  EXPECT_EQ(said_of_slips().size(), 0U);
}

TEST_P(Slips, are_kept_as_hashes_only) {
  const auto path = made_by(hannah);
  const auto hash = digest_of(path.substr(path.rfind('/') + 1));
  read([&](sql::Read& reads) {
    for (const auto& row : reads.rows("SELECT token_hash FROM account_link"))
      EXPECT_EQ(std::string(row.bytes(0)), std::string(hash.begin(), hash.end()));
  });
}

TEST_P(Slips, do_nothing_but_sign_in) {
  const auto path = made_by(hannah);
  const auto secret = path.substr(path.rfind('/') + 1);
  for (const auto* other : {"/sign-in/link/", "/sign-in/password/", "/account/email/"})
    EXPECT_EQ(works(other + secret), 404) << other;
}

TEST_P(Slips, answer_as_json) {
  auto program = client();
  sign_in(program, hannah);
  const auto made =
      program.post_json("/account/slip", R"({"slip_password": ")" + known_password + "\"}");
  EXPECT_THAT(made.body, StartsWith(R"({"link":"http)"));
  EXPECT_EQ(made.header("cache-control"), "no-store");
  const auto path = path_on(made);
  EXPECT_THAT(program.get_json("/account").body, Not(HasSubstr(R"("slip_until":null)")));
  EXPECT_EQ(program.get_json(path).body, R"({"email":")" + hannah + R"("})");
  auto other = client();
  EXPECT_THAT(other.post_json(path, "{}").body, HasSubstr(R"("slug":"eastmere")"));
  EXPECT_EQ(program.post_json("/account/slip", R"({"slip_password": "x", "more": 1})").status, 422);
}

}  // namespace
}  // namespace touchstone::signin
