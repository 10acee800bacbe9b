#include "staff/staff_list_test.h"

namespace touchstone::staff {

using ::testing::HasSubstr;
using ::testing::Not;

class PartKeepers : public StaffList {};
INSTANTIATE_ON_BOTH_DATABASES(PartKeepers);

TEST_P(PartKeepers, what_concerns_somebody_everywhere_is_not_for_the_keeper_of_a_part) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  grant("Patrick Doran", people::Role::head, "Construction");
  auto client = client_of(ruth);
  const auto patrick = address_of("Patrick Doran");
  const http::testing::Pairs details{
      {"name", "Another"}, {"email", "another@x.example"}, {"line_manager", ""}, {"version", "1"}};
  EXPECT_EQ(client.post_form(patrick, details).status, 403);
  for (const auto* part : {"/closing", "/reopening", "/invitation"}) {
    EXPECT_EQ(client.post_form(patrick + part, {}).status, 403) << part;
    EXPECT_EQ(client.post_json(patrick + part, "{}").status, 403) << part;
  }
  const auto page = client.get(patrick).body;
  EXPECT_THAT(page, HasSubstr("a part of the organisation that is not yours too"));
  EXPECT_THAT(page, Not(HasSubstr("Close their access")));
  EXPECT_EQ(client.post_form(address_of("Stefan Ilić") + "/closing", {}).status, 303)
      << "theirs alone";
}

TEST_P(PartKeepers, an_editor_is_one_of_the_whole_organisation) {
  auto client = client_of(daniel);
  const auto leila = address_of("Leila Hosseini") + "/roles";
  const auto part =
      client.post_form(leila, {{"role", "editor"}, {"team", team_called("Construction")}});
  EXPECT_EQ(part.status, 422);
  EXPECT_THAT(part.body, HasSubstr("standards of the whole organisation"));
  EXPECT_EQ(client.post_form(leila, {{"role", "editor"}, {"team", team_called("Eastmere College")}})
                .status,
            303);
}

}  // namespace touchstone::staff
