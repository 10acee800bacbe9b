#include "platform/jobs/jobs.h"
#include "platform/mail/testing.h"
#include "signin/account_link_store.h"
#include "signin/pages_world_test.h"

namespace touchstone::signin {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class Links : public PagesWorld {
 protected:
  Links() : runner_(database()) { add_jobs(runner_); }

  std::vector<mail::testing::Queued> mails() {
    runner_.run_due();
    return mail::testing::outbox(database());
  }
  // The path of the link in the last mail.
  std::string last_link() {
    const auto text = mails().back().text;
    const auto from = text.find("/", text.find("://") + 3);
    return text.substr(from, text.find('\n', from) - from);
  }
  std::string ask(const std::string& where, const std::string& email) {
    auto stranger = client();
    EXPECT_EQ(stranger.post_form(where, {{"email", email}}).status, 200);
    return last_link();
  }
  void put_back_links() {
    housekeep([](sql::Housekeeping& turn) {
      turn.execute("UPDATE account_link SET expires = ?", now());
    });
  }
  std::int64_t count(const char* sql) {
    std::int64_t found = 0;
    read([&](sql::Read& reads) {
      for (const auto& row : reads.rows(sql)) found = row.integer(0);
    });
    return found;
  }
  // A form on the account page of somebody who signed in.
  http::testing::Answer ask_for_address(http::testing::Client& who, const std::string& email,
                                        const std::string& password = known_password) {
    return who.post_form("/account/email", {{"email", email}, {"email_password", password}});
  }

  mail::testing::PostSetUp post_;
  jobs::Runner runner_;
};
INSTANTIATE_ON_BOTH_DATABASES(Links);

TEST_P(Links, sign_in_once_by_a_button_and_looking_uses_nothing_up) {
  const auto link = ask("/sign-in/link", hannah);
  EXPECT_THAT(link, StartsWith("/sign-in/link/"));
  auto scanner = client();
  for (int i = 0; i < 3; ++i) {
    const auto page = scanner.get(link);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("You sign in as " + hannah));
    EXPECT_EQ(page.header("cache-control"), "no-store");
  }
  auto person = client();
  const auto answer = person.post_form(link, {});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("location"), "/");
  EXPECT_THAT(person.get("/eastmere/name").body, HasSubstr("Hannah Sorrell"));
  auto thief = client();
  EXPECT_EQ(thief.post_form(link, {}).status, 404);
  EXPECT_EQ(thief.get(link).status, 404);
}

TEST_P(Links, do_not_tell_whether_there_is_an_account) {
  auto stranger = client();
  auto known = stranger.post_form("/sign-in/link", {{"email", hannah}});
  const auto after_known = count("SELECT count(*) FROM job WHERE kind = 'account_link'");
  auto unknown = stranger.post_form("/sign-in/link", {{"email", "nobody@eastmere.example"}});
  EXPECT_EQ(count("SELECT count(*) FROM job WHERE kind = 'account_link'"), after_known + 1);
  EXPECT_EQ(count("SELECT count(*) FROM account_link"), 0) << "both cost the same";
  const auto at = unknown.body.find("nobody@eastmere.example");
  ASSERT_NE(at, std::string::npos);
  unknown.body.replace(at, std::string("nobody@eastmere.example").size(), hannah);
  EXPECT_EQ(known.status, unknown.status);
  EXPECT_EQ(known.body, unknown.body);
  EXPECT_THAT(mails(), SizeIs(1));
  EXPECT_EQ(mails().front().to, hannah);
}

TEST_P(Links, are_kept_as_hashes_only) {
  const auto link = ask("/sign-in/link", hannah);
  const auto secret = link.substr(link.rfind('/') + 1);
  EXPECT_EQ(count("SELECT count(*) FROM job"), 0);
  read([&](sql::Read& reads) {
    for (const auto& row : reads.rows("SELECT token_hash FROM account_link")) {
      const auto hash = digest_of(secret);
      EXPECT_EQ(std::string(row.bytes(0)), std::string(hash.begin(), hash.end()));
    }
  });
}

TEST_P(Links, end_with_their_time_and_do_nothing_but_what_they_are_for) {
  const auto link = ask("/sign-in/link", hannah);
  const auto secret = link.substr(link.rfind('/') + 1);
  auto person = client();
  EXPECT_EQ(person.get("/sign-in/password/" + secret).status, 404);
  EXPECT_EQ(person.get("/account/email/" + secret).status, 404);
  put_back_links();
  EXPECT_EQ(person.get(link).status, 404);
  EXPECT_EQ(person.post_form(link, {}).status, 404);
  EXPECT_EQ(lifetime_of(Purpose::sign_in), std::chrono::minutes(15));
  EXPECT_EQ(lifetime_of(Purpose::password), std::chrono::hours(1));
}

TEST_P(Links, are_throttled_by_address_whether_it_is_known_or_not) {
  for (const auto& email : {hannah, std::string("nobody@eastmere.example")}) {
    auto stranger = client();
    for (int i = 0; i < 5; ++i)
      EXPECT_EQ(stranger.post_form("/sign-in/link", {{"email", email}}).status, 200);
    EXPECT_EQ(stranger.post_form("/sign-in/link", {{"email", email}}).status, 429);
    EXPECT_EQ(stranger.post_form("/sign-in/password", {{"email", email}}).status, 429);
  }
  EXPECT_THAT(mails(), SizeIs(5));
}

TEST_P(Links, of_a_disabled_account_are_neither_made_nor_good) {
  const auto link = ask("/sign-in/link", hannah);
  sql::Actor actor;
  write(actor, [&](sql::Write& writes) {
    people::disable(writes, people::account_by_email(writes, hannah).value().id);
  });
  auto person = client();
  EXPECT_EQ(person.post_form(link, {}).status, 404);
  const auto before = mails().size();
  EXPECT_EQ(person.post_form("/sign-in/link", {{"email", hannah}}).status, 200);
  EXPECT_THAT(mails(), SizeIs(before));
}

TEST_P(Links, lead_back_to_where_one_wanted_to_go_and_nowhere_else) {
  auto person = client();
  EXPECT_THAT(person.get("/sign-in?next=/eastmere/name").body,
              HasSubstr("/sign-in/link?next=%2Feastmere%2Fname"));
  for (const auto& [next, then] :
       {std::pair{"/eastmere/name", "/eastmere/name"}, std::pair{"https://evil.example/", "/"},
        std::pair{"//evil.example", "/"}}) {
    person.post_form("/sign-in/link", {{"email", hannah}, {"next", next}});
    const auto link = last_link();
    const auto path = link.substr(0, link.find('?'));
    EXPECT_EQ(person.post_form(path, {{"next", next}}).header("location"), then);
  }
}

TEST_P(Links, answer_as_json) {
  auto program = client();
  EXPECT_EQ(program.post_json("/sign-in/link", R"({"email": ")" + hannah + R"("})").body,
            R"({"asked":true})");
  const auto link = last_link();
  EXPECT_EQ(program.get_json(link).body, R"({"email":")" + hannah + R"("})");
  EXPECT_THAT(program.post_json(link, "{}").body, HasSubstr(R"("slug":"eastmere")"));
  EXPECT_EQ(program.post_json("/sign-in/link", R"({"email": "ada", "more": 1})").status, 422);
}

TEST_P(Links, are_not_offered_where_mail_is_not_set_up) {
  mail::set_post(std::nullopt);
  auto person = client();
  EXPECT_THAT(person.get("/sign-in").body, Not(HasSubstr("/sign-in/link")));
  EXPECT_THAT(person.get("/sign-in/link").body, HasSubstr("cannot send mail here"));
  EXPECT_EQ(person.post_form("/sign-in/link", {{"email", hannah}}).status, 409);
  sign_in(person, hannah);
  EXPECT_THAT(person.get("/account").body, Not(HasSubstr("/account/email")));
  EXPECT_EQ(ask_for_address(person, "new@eastmere.example").status, 409);
  EXPECT_EQ(count("SELECT count(*) FROM job") + count("SELECT count(*) FROM outbox"), 0);
}

TEST_P(Links, let_one_choose_a_new_password_and_end_all_other_sessions) {
  auto elsewhere = client();
  sign_in(elsewhere, hannah);
  const auto link = ask("/sign-in/password", hannah);
  auto person = client();
  EXPECT_THAT(person.get(link).body, HasSubstr("It is for " + hannah));
  EXPECT_EQ(person.post_form(link, {{"new_password", "short"}}).status, 422);
  EXPECT_EQ(elsewhere.get("/eastmere/name").status, 200);
  const std::string chosen = "nine quiet harbours";
  EXPECT_EQ(person.post_form(link, {{"new_password", chosen}}).status, 303);
  EXPECT_EQ(person.get("/eastmere/name").status, 200);
  EXPECT_EQ(elsewhere.get("/eastmere/name").status, 303);
  EXPECT_EQ(person.post_form(link, {{"new_password", chosen}}).status, 404);
  auto again = client();
  EXPECT_EQ(sign_in(again, hannah).status, 422);
  EXPECT_EQ(sign_in(again, hannah, chosen).status, 303);
  EXPECT_EQ(mails().back().to, hannah);
  EXPECT_EQ(mails().back().subject, "Your password for Touchstone was changed");
}

TEST_P(Links, confirm_a_new_address_and_tell_the_old_one) {
  const std::string fresh_address = "hannah@eastmere.example";
  auto person = client();
  sign_in(person, hannah);
  EXPECT_EQ(ask_for_address(person, fresh_address, "not the password").status, 422);
  EXPECT_EQ(ask_for_address(person, "hannah").status, 422);
  EXPECT_THAT(mails(), IsEmpty());
  EXPECT_EQ(ask_for_address(person, fresh_address).status, 303);
  EXPECT_THAT(person.get("/account").body, HasSubstr("A link is on its way"));
  EXPECT_EQ(mails().back().to, fresh_address);
  auto phone = client();
  const auto link = last_link();
  EXPECT_EQ(phone.get(link).status, 303) << "who merely got the mail confirms nothing";
  EXPECT_EQ(phone.post_json(link, "{}").status, 401);
  EXPECT_EQ(sign_in(phone, priya).status, 303);
  EXPECT_EQ(phone.post_form(link, {}).status, 403);
  auto another = client();
  EXPECT_EQ(sign_in(another, hannah).status, 303) << "looking changed nothing";
  EXPECT_THAT(another.get(link).body, HasSubstr("You sign in as " + fresh_address));
  EXPECT_EQ(another.post_form(link, {}).status, 200);
  EXPECT_EQ(another.post_form(link, {}).status, 404);
  EXPECT_EQ(mails().back().to, hannah);
  EXPECT_THAT(mails().back().text, HasSubstr("as " + fresh_address + " from now on"));
  auto later = client();
  EXPECT_EQ(sign_in(later, hannah).status, 422);
  EXPECT_EQ(sign_in(later, fresh_address).status, 303);
  EXPECT_EQ(count("SELECT count(*) FROM history WHERE noun = 'account' AND verb = 'email_changed'"),
            1);
}

TEST_P(Links, do_not_tell_that_an_address_belongs_to_somebody_else_nor_take_it) {
  auto person = client();
  sign_in(person, hannah);
  EXPECT_EQ(ask_for_address(person, priya).status, 303);
  EXPECT_EQ(count("SELECT count(*) FROM account_link"), 0);
  EXPECT_EQ(mails().back().to, priya);
  EXPECT_THAT(mails().back().text, HasSubstr("There is an account with it already"));
}

TEST_P(Links, to_a_new_address_end_when_their_owner_signs_out_everywhere) {
  auto thief = client();
  sign_in(thief, hannah);
  EXPECT_EQ(ask_for_address(thief, "evil@x.example").status, 303);
  const auto link = last_link();
  auto owner = client();
  sign_in(owner, hannah);
  EXPECT_EQ(owner.post_form("/account/sign-outs", {}).status, 303);
  EXPECT_EQ(thief.post_form(link, {}).status, 404);
  EXPECT_EQ(sign_in(owner, hannah).status, 303);
}

TEST_P(Links, to_new_addresses_are_throttled) {
  auto person = client();
  sign_in(person, hannah);
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(ask_for_address(person, std::to_string(i) + "@x.example").status, 303);
  EXPECT_EQ(ask_for_address(person, "six@x.example").status, 429);
  EXPECT_EQ(mails().size(), 5U);
}

TEST_P(Links, to_an_old_address_do_not_work_once_it_was_changed) {
  const auto link = ask("/sign-in/link", hannah);
  sql::Actor actor;
  write(actor, [&](sql::Write& writes) {
    people::change_email(writes, people::account_by_email(writes, hannah).value().id,
                         "hannah@eastmere.example", now());
  });
  auto person = client();
  EXPECT_EQ(person.post_form(link, {}).status, 404);
}

}  // namespace
}  // namespace touchstone::signin
