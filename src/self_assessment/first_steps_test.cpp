#include "self_assessment/sheets_world_test.h"

// What whoever begins an organisation finds to do.
namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class FirstSteps : public SheetsWorld {};
INSTANTIATE_ON_BOTH_DATABASES(FirstSteps);

TEST_P(FirstSteps, wait_for_whoever_began_the_organisation_until_they_are_done) {
  const auto email = "ada@marlow.example";
  people::Workspace marlow;
  Id<people::Person> founder;
  Id<people::Team> whole;
  write({}, [&](sql::Write& write) {
    marlow = people::found(
        write, {.slug = "marlow", .name = "Marlow Sixth Form"},
        {.account = Id<people::Account>::fresh(), .name = "Ada Fenwick", .email = email});
    founder = people::person_by_email(write, marlow.id, email)->id;
    whole = people::teams(write, marlow.id).front().id;
  });
  auto client = client_of(email);
  const auto empty = client.get("/marlow").body;
  for (const auto* step :
       {"Set up your teams", "Let your people in", "Hand on one of your two roles"})
    EXPECT_THAT(empty, HasSubstr(step));
  EXPECT_THAT(empty, Not(HasSubstr("Nothing is waiting")));

  const auto today = people::today(marlow, now());
  write_in(marlow.id, [&](sql::Write& write) {
    people::add(write, people::Team{.id = Id<people::Team>::fresh(),
                                    .parent = whole,
                                    .kind = "department",
                                    .name = "Maths"});
    const people::Person tutor{.id = Id<people::Person>::fresh(), .name = "Wren Quill"};
    people::add(write, tutor);
    people::grant_role(write, tutor.id, {people::Role::tutor, whole}, today);
  });
  const auto begun = client.get("/marlow").body;
  EXPECT_THAT(begun, Not(HasSubstr("Set up your teams")));
  EXPECT_THAT(begun, Not(HasSubstr("Let your people in")));
  EXPECT_THAT(begun, HasSubstr("Hand on one of your two roles"));
  EXPECT_THAT(begun, HasSubstr("href=\"/marlow/staff-list/" + to_text(founder) + "\""));

  write_in(marlow.id, [&](sql::Write& write) {
    people::take_role(write, founder, {people::Role::quality_manager, whole}, today);
  });
  EXPECT_THAT(client.get("/marlow").body, HasSubstr("Nothing is waiting for you."));
}

TEST_P(FirstSteps, are_nobodys_who_has_one_of_the_two_roles) {
  for (const auto& email : {daniel, priya, hannah})
    EXPECT_THAT(client_of(email).get("/eastmere").body, Not(HasSubstr("First steps"))) << email;
}

}  // namespace
}  // namespace touchstone::self_assessment
