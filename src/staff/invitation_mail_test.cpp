#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/mail/testing.h"
#include "signin/testing.h"
#include "staff/staff.h"

namespace touchstone::staff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class MailedInvitations : public signin::testing::RoomWorld {
 protected:
  MailedInvitations() {
    add_routes(routes_);
    start();
  }

  // The page of somebody new on the list.
  std::string add(const std::string& email) {
    const people::Person guest{
        .id = Id<people::Person>::fresh(), .name = "Noor Haddad", .email = email};
    write_in(demo_.eastmere, [&](sql::Write& write) { people::add(write, guest); });
    return "/eastmere/staff-list/" + to_text(guest.id);
  }

  mail::testing::PostSetUp post_;
  http::testing::Client keeper_client() { return client_of("daniel.ashworth@eastmere.example"); }
};
INSTANTIATE_ON_BOTH_DATABASES(MailedInvitations);

TEST_P(MailedInvitations, go_to_their_owner_and_are_shown_to_nobody_else) {
  auto keeper = keeper_client();
  const auto person = add("noor@eastmere.example");
  EXPECT_THAT(keeper.get(person).body, HasSubstr("Send a link by mail"));
  const auto sent =
      keeper.post_form(person + "/invitation", {{"by", "mail"}, {"replaces", "none"}});
  EXPECT_EQ(sent.status, 200);
  EXPECT_THAT(sent.body, HasSubstr("A link is on its way to Noor Haddad"));
  EXPECT_THAT(sent.body, Not(HasSubstr("/invitation/")));
  const auto mails = mail::testing::outbox(database());
  ASSERT_THAT(mails, SizeIs(1));
  EXPECT_EQ(mails[0].to, "noor@eastmere.example");
  const auto at = mails[0].text.find("/invitation/");
  ASSERT_NE(at, std::string::npos);
  auto guest = running_->client();
  const auto link = mails[0].text.substr(at, mails[0].text.find('\n', at) - at);
  EXPECT_THAT(guest.get(link).body, HasSubstr("Noor Haddad, who signs in as noor@"));
  EXPECT_EQ(keeper.post_json(person + "/invitation", R"({"by": "mail"})").body.find("/invitation"),
            std::string::npos);
}

TEST_P(MailedInvitations, made_again_by_a_reload_do_not_end_the_link_that_was_handed_over) {
  auto keeper = keeper_client();
  const auto person = add("noor@eastmere.example");
  const http::testing::Pairs form{{"replaces", "none"}};
  EXPECT_THAT(keeper.post_form(person + "/invitation", form).body, HasSubstr("A link for Noor"));
  EXPECT_EQ(keeper.post_form(person + "/invitation", form).status, 303);
  EXPECT_THAT(keeper.get(person).body, Not(HasSubstr(R"(name="replaces" value="none")")));
}

TEST_P(MailedInvitations, that_did_not_arrive_are_said_to_be_so_on_the_page_of_the_person) {
  auto keeper = keeper_client();
  const auto person = add("unknown@eastmere.example");
  keeper.post_form(person + "/invitation", {{"by", "mail"}, {"replaces", "none"}});
  const auto before = keeper.get(person);
  EXPECT_EQ(before.header("cache-control"), "no-store")
      << "no change of the organisation's ends it";
  EXPECT_EQ(before.header("etag"), "");
  housekeep([](sql::Housekeeping& turn) {
    const auto mail = mail::take_due_mail(turn, now(), now()).value();
    mail::give_up(turn, mail, "550 No such user here", now());
  });
  EXPECT_THAT(keeper.get(person).body, HasSubstr("did not arrive: 550 No such user here"));
}

TEST_P(MailedInvitations, are_not_offered_where_mail_is_not_set_up_and_the_slip_stays) {
  mail::set_post(std::nullopt);
  auto keeper = keeper_client();
  const auto person = add("noor@eastmere.example");
  EXPECT_THAT(keeper.get(person).body, Not(HasSubstr("Send a link by mail")));
  EXPECT_EQ(keeper.post_form(person + "/invitation", {{"by", "mail"}, {"replaces", "none"}}).status,
            409);
  EXPECT_THAT(keeper.post_form(person + "/invitation", {{"replaces", "none"}}).body,
              HasSubstr("/invitation/"));
}

}  // namespace
}  // namespace touchstone::staff
