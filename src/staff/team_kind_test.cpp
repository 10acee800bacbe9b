#include <gmock/gmock.h>

#include "signin/testing.h"
#include "staff/staff.h"

namespace touchstone::staff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class TeamKinds : public signin::testing::RoomWorld {
 protected:
  TeamKinds() {
    add_routes(routes_);
    start();
  }
};
INSTANTIATE_ON_BOTH_DATABASES(TeamKinds);

TEST_P(TeamKinds, X_9_are_words_of_the_organisation_that_its_keeper_adds) {
  auto client = client_of("daniel.ashworth@eastmere.example");
  EXPECT_EQ(client.post_form("/eastmere/team-kinds", {{"kind_name", "Sixth form"}}).status, 303);
  const auto teams = client.get_json("/eastmere/teams").body;
  EXPECT_THAT(teams, HasSubstr(R"({"key":"sixth-form","name":"Sixth form"})"));
  EXPECT_THAT(client.get("/eastmere/teams").body, HasSubstr("Sixth form"));
  const auto root = teams.substr(teams.find("\"id\":\"") + 6, 26);
  EXPECT_EQ(client
                .post_form("/eastmere/teams",
                           {{"name", "Riverside"}, {"kind", "sixth-form"}, {"parent", root}})
                .status,
            303);
  EXPECT_THAT(client.get("/eastmere/teams").body, HasSubstr("Riverside"));
}

TEST_P(TeamKinds, X_9_are_there_once_and_have_a_name) {
  auto client = client_of("daniel.ashworth@eastmere.example");
  for (const auto* name : {"", "department", " VENUE ", "…"}) {
    const auto page = client.post_form("/eastmere/team-kinds", {{"kind_name", name}});
    EXPECT_EQ(page.status, 422) << name;
    EXPECT_EQ(
        client.post_json("/eastmere/team-kinds", std::string(R"({"kind_name": ")") + name + R"("})")
            .status,
        422)
        << name;
  }
}

TEST_P(TeamKinds, X_9_are_not_added_by_the_keeper_of_a_part) {
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto ruth =
        people::person_by_email(write, demo_.eastmere, "ruth.penhaligon@eastmere.example").value();
    const auto teams =
        people::teams_of(write, demo_.eastmere, ruth.id, std::chrono::year(2027) / 1 / 19);
    people::grant_role(write, ruth.id, {people::Role::staff_list_keeper, teams.at(0)},
                       std::chrono::year(2027) / 1 / 19);
  });
  auto client = client_of("ruth.penhaligon@eastmere.example");
  EXPECT_THAT(client.get("/eastmere/teams").body, Not(HasSubstr("Another kind of team")));
  EXPECT_EQ(client.post_form("/eastmere/team-kinds", {{"kind_name", "Barn"}}).status, 403);
  EXPECT_EQ(client.post_json("/eastmere/team-kinds", R"({"kind_name": "Barn"})").status, 403);
}

}  // namespace
}  // namespace touchstone::staff
