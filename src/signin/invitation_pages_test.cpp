#include <sstream>

#include "platform/jobs/jobs.h"
#include "platform/mail/testing.h"
#include "signin/credential_store.h"
#include "signin/pages_world_test.h"
#include "signin/signin_command.h"

namespace touchstone::signin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view chosen = "nine purple kettles";
const std::string head = "new.head@nine-rivers.example";

class InvitedElsewhere : public PagesWorld {
 protected:
  InvitedElsewhere() : runner_(database()) { add_jobs(runner_); }

  // The address of the page that a new link for somebody with that address leads to.
  std::string invite_to(Id<people::Workspace> workspace, const std::string& email,
                        Handed handed = Handed::over) {
    sql::Actor actor;
    actor.workspace = workspace.value;
    for (const auto& each : demo_.people)
      if (each.workspace == (workspace == demo_.eastmere ? "eastmere" : "nine-rivers"))
        actor.person = each.person.id.value;
    std::string secret;
    write(actor, [&](sql::Write& writes) {
      auto guest = people::person_by_email(writes, workspace, email);
      if (!guest) {
        guest =
            people::Person{.id = Id<people::Person>::fresh(), .name = "New Head", .email = email};
        people::add(writes, *guest);
      }
      secret = invite(writes, *guest, handed);
    });
    return "/invitation/" + secret;
  }
  http::testing::Answer come_in_by(http::testing::Client& guest, const std::string& link) {
    return guest.post_form(link, {{"password", std::string(chosen)}});
  }
  bool proved(const std::string& email) {
    bool so = false;
    read([&](sql::Read& reads) {
      so = people::account_by_email(reads, email).value().proved_at.has_value();
    });
    return so;
  }
  int add(bool new_password = false) {
    std::istringstream in;
    return add_user(database(),
                    {.workspace = "nine-rivers",
                     .email = head,
                     .name = "New Head",
                     .role = "quality_manager",
                     .new_password = new_password},
                    in, out_, err_);
  }

  mail::testing::PostSetUp post_;
  jobs::Runner runner_;
  std::ostringstream out_;
  std::ostringstream err_;
};
INSTANTIATE_ON_BOTH_DATABASES(InvitedElsewhere);

TEST_P(InvitedElsewhere, whoever_made_an_account_with_the_address_of_another_comes_into_no_other) {
  auto keeper_of_eastmere = client();
  EXPECT_EQ(come_in_by(keeper_of_eastmere, invite_to(demo_.eastmere, head)).status, 303);
  EXPECT_FALSE(proved(head));
  EXPECT_EQ(add(), 2) << out_.str();
  EXPECT_THAT(err_.str(), HasSubstr("nobody has shown that the address is theirs"));
  EXPECT_THAT(err_.str(), HasSubstr("--new-password"));
  EXPECT_EQ(keeper_of_eastmere.get("/nine-rivers/name").status, 404);
  const auto link = invite_to(demo_.nine_rivers, head);
  const auto in = keeper_of_eastmere.post_form(link, {{"password", std::string(chosen)}});
  EXPECT_EQ(in.status, 422);
  EXPECT_THAT(in.body, HasSubstr("Nobody has shown yet that this address is yours"));
  EXPECT_EQ(keeper_of_eastmere.get("/nine-rivers/name").status, 404);
}

TEST_P(InvitedElsewhere, the_operator_may_give_a_new_password_which_ends_the_one_that_was_made) {
  auto keeper_of_eastmere = client();
  come_in_by(keeper_of_eastmere, invite_to(demo_.eastmere, head));
  ASSERT_EQ(add(true), 0) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("Warning: the new password opens Eastmere College too"));
  EXPECT_TRUE(proved(head));
  EXPECT_EQ(keeper_of_eastmere.get_json("/nine-rivers/name").status, 401);
  auto again = client();
  EXPECT_EQ(sign_in(again, head, std::string(chosen)).status, 422);
  const auto said = out_.str();
  auto owner = client();
  EXPECT_EQ(sign_in(owner, head, said.substr(said.rfind(' ') + 1, 19)).header("location"),
            "/new-password");
}

TEST_P(InvitedElsewhere, a_link_by_mail_proves_the_address_and_ends_the_password_of_before) {
  auto keeper_of_eastmere = client();
  come_in_by(keeper_of_eastmere, invite_to(demo_.eastmere, head));
  auto owner = client();
  owner.post_form("/sign-in/link", {{"email", head}});
  runner_.run_due();
  const auto text = mail::testing::outbox(database()).back().text;
  const auto at = text.find("/sign-in/password/");
  ASSERT_NE(at, std::string::npos) << "a link that only signs in would keep what others chose";
  const auto by_mail = text.substr(at, text.find('\n', at) - at);
  EXPECT_EQ(owner.post_form(by_mail, {{"new_password", "eleven calm otters"}}).status, 303);
  EXPECT_TRUE(proved(head));
  EXPECT_EQ(keeper_of_eastmere.get_json("/eastmere/name").status, 401);
  const auto link = invite_to(demo_.nine_rivers, head);
  EXPECT_EQ(owner.post_form(link, {{"password", std::string(chosen)}}).status, 422);
  EXPECT_EQ(owner.post_form(link, {{"password", "eleven calm otters"}}).status, 303);
  EXPECT_EQ(owner.get("/nine-rivers/name").status, 200);
}

TEST_P(InvitedElsewhere, an_invitation_by_mail_proves_the_address_that_it_went_to_and_no_other) {
  auto guest = client();
  come_in_by(guest, invite_to(demo_.eastmere, head, Handed::by_mail));
  EXPECT_TRUE(proved(head));
  const auto link = invite_to(demo_.eastmere, "mine@eastmere.example", Handed::by_mail);
  sql::Actor actor;
  actor.workspace = demo_.eastmere.value;
  write(actor, [&](sql::Write& writes) {
    auto listed = people::person_by_email(writes, demo_.eastmere, "mine@eastmere.example").value();
    listed.email = "theirs@nine-rivers.example";
    EXPECT_TRUE(people::change(writes, listed));
  });
  auto keeper = client();
  EXPECT_EQ(come_in_by(keeper, link).status, 303);
  EXPECT_FALSE(proved("theirs@nine-rivers.example"));
}

TEST_P(InvitedElsewhere, the_page_does_not_tell_whether_the_address_has_an_account) {
  const auto known = invite_to(demo_.nine_rivers, hannah);
  const auto unknown = invite_to(demo_.nine_rivers, head);
  auto keeper = client();
  const auto told = [&](const std::string& link, const std::string& email) {
    auto body = keeper.get(link).body;
    for (const auto& own : {link, email})
      for (auto at = body.find(own); at != std::string::npos; at = body.find(own))
        body.replace(at, own.size(), "…");
    return body;
  };
  EXPECT_EQ(told(known, hannah), told(unknown, head));
  EXPECT_THAT(keeper.get_json(known).body, Not(HasSubstr("has_account")));
  const auto tried = [&](const std::string& link, const std::string& typed) {
    const auto answer = keeper.post_json(link, R"({"password":")" + typed + R"("})");
    const auto from = answer.body.find("complaints");
    return std::pair(answer.status, answer.body.substr(from, answer.body.find("request") - from));
  };
  for (int i = 0; i < 11; ++i) {
    const auto* typed = i == 0 ? "" : "short";
    const auto with = tried(known, typed), without = tried(unknown, typed);
    EXPECT_EQ(with, without);
    EXPECT_EQ(with.first, i < 10 ? 422 : 429);
  }
}

TEST_P(InvitedElsewhere, an_account_that_is_in_already_is_told_so) {
  sql::Actor actor;
  write(actor, [&](sql::Write& writes) {
    people::change_email(writes, people::account_by_email(writes, hannah).value().id,
                         "hannah@home.example", now());
  });
  const auto link = invite_to(demo_.eastmere, "hannah@home.example");
  auto guest = client();
  const auto answer = guest.post_form(link, {{"password", std::string(known_password)}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("Your account belongs to Eastmere College already"));
}

TEST_P(InvitedElsewhere, somebody_listed_who_has_not_come_in_is_let_in_by_the_operator) {
  invite_to(demo_.nine_rivers, head);
  ASSERT_EQ(add(), 0) << err_.str();
  read([&](sql::Read& reads) {
    const auto listed = people::person_by_email(reads, demo_.nine_rivers, head).value();
    EXPECT_TRUE(listed.account.has_value());
  });
}

}  // namespace
}  // namespace touchstone::signin
