#include "signin/pages_world_test.h"

namespace touchstone::signin {
namespace {

using ::testing::HasSubstr;

class SeveralWorkspaces : public PagesWorld {
 protected:
  SeveralWorkspaces() {
    sql::Actor actor;
    actor.workspace = demo_.nine_rivers.value;
    write(actor, [](sql::Write& writes) {
      const people::Person guest{
          .id = Id<people::Person>::fresh(), .name = "H. Sorrell", .email = hannah};
      people::add(writes, guest);
      people::link_account(writes, guest.id, people::account_by_email(writes, hannah).value().id);
    });
  }
};
INSTANTIATE_ON_BOTH_DATABASES(SeveralWorkspaces);

TEST_P(SeveralWorkspaces, are_chosen_from_after_signing_in_once) {
  auto person = client();
  EXPECT_EQ(sign_in(person, hannah).header("location"), "/");
  const auto choice = person.get("/");
  EXPECT_THAT(choice.body, HasSubstr("Where do you want to go?"));
  EXPECT_THAT(choice.body, HasSubstr(R"(href="/eastmere")"));
  EXPECT_THAT(choice.body, HasSubstr(R"(href="/nine-rivers")"));
  EXPECT_THAT(person.get("/eastmere/name").body, HasSubstr("Hannah Sorrell"));
  EXPECT_THAT(person.get("/nine-rivers/name").body, HasSubstr("H. Sorrell"));
}

TEST_P(SeveralWorkspaces, are_one_link_away_from_each_other_and_for_nobody_else) {
  const auto seen_by = [&](const std::string& email, bool elsewhere) {
    auto person = client();
    sign_in(person, email);
    EXPECT_EQ(person.get("/eastmere/links").body.contains("Other organisations"), elsewhere);
  };
  seen_by(hannah, true);
  seen_by(priya, false);
  sql::Actor actor;
  actor.workspace = demo_.nine_rivers.value;
  write(actor, [&](sql::Write& writes) {
    const auto guest = people::person_by_email(writes, demo_.nine_rivers, hannah).value();
    EXPECT_TRUE(people::disable(writes, guest.id, std::chrono::year(2027) / 1 / 19));
  });
  seen_by(hannah, false);
  auto person = client();
  sign_in(person, hannah);
  const auto closed = person.get("/nine-rivers/name");
  EXPECT_EQ(closed.status, 404);
  EXPECT_THAT(closed.body, HasSubstr("Your access to this organisation was closed."));
  EXPECT_EQ(person.get("/eastmere/name").status, 200) << "they have somewhere else to go";
}

}  // namespace
}  // namespace touchstone::signin
