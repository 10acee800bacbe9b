// Who may name a deputy, for whom, and for how long.
#include "test/deputy_world.h"

namespace touchstone::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class NamedDeputies : public DeputyWorld {};
INSTANTIATE_ON_BOTH_DATABASES(NamedDeputies);

TEST_P(NamedDeputies,
       are_named_by_keepers_for_others_but_never_for_themselves_or_with_roles_out_of_reach) {
  auto keeper = client_of(staff_list_keeper);
  const auto name = [&](const Visitor& whom, const Visitor& deputy) {
    return keeper.post_form(
        person_at(whom) + "/deputies",
        {{"deputy", deputy.email}, {"since", "2027-01-19"}, {"until", "2027-01-29"}});
  };
  EXPECT_EQ(name(principal, quality_manager).status, 303);
  EXPECT_THAT(keeper.get_json(person_at(principal)).body, HasSubstr("Priya Raman"));
  EXPECT_THAT(keeper.get(person_at(principal)).body, HasSubstr("Priya Raman"));
  EXPECT_THAT(client_of(principal).get("/eastmere/deputies").body, HasSubstr("Priya Raman"));
  const auto oneself = name(principal, staff_list_keeper);
  EXPECT_EQ(oneself.status, 422);
  EXPECT_THAT(oneself.body, HasSubstr("Nobody makes themselves a deputy"));
  EXPECT_EQ(name(staff_list_keeper, other_tutor).status, 403);
  const auto id = part_behind(keeper.get_json(person_at(principal)).body, "deputies\":[{\"id\":\"");
  EXPECT_EQ(keeper.post_form(person_at(principal) + "/deputies/" + id + "/ending", {}).status, 303);
  EXPECT_THAT(keeper.get_json(person_at(principal)).body, Not(HasSubstr("Priya Raman")));
}

TEST_P(NamedDeputies, of_a_part_are_named_by_its_keeper_only_where_their_roles_lie_in_it) {
  auto keeper = client_of(staff_list_keeper);
  std::string team;
  read([&](sql::Read& read) {
    const auto workspace = people::workspace_by_slug(read, "eastmere").value().id;
    team = to_text(people::teams(read, workspace).at(1).id);
  });
  // The tutor keeps the list of one department, and the quality manager of the whole is in it.
  ASSERT_EQ(keeper
                .post_form(person_at(other_tutor) + "/roles",
                           {{"role", "staff_list_keeper"}, {"team", team}})
                .status,
            303);
  for (const auto* each : {&quality_manager, &owner})
    ASSERT_EQ(keeper.post_form(person_at(*each) + "/teams", {{"team", team}}).status, 303);
  const http::testing::Pairs whom{
      {"deputy", owner.email}, {"since", "2027-01-19"}, {"until", "2027-01-20"}};
  auto part = client_of(other_tutor);
  ASSERT_EQ(part.get(person_at(quality_manager)).status, 200);
  EXPECT_EQ(part.post_form(person_at(quality_manager) + "/deputies", whom).status, 403);
  EXPECT_EQ(part.post_json(person_at(quality_manager) + "/deputies", "{}").status, 403);
}

TEST_P(NamedDeputies, are_complained_about_field_by_field) {
  auto client = client_of(principal);
  const auto refused = [&](std::string_view deputy, std::string_view since,
                           std::string_view until) {
    const auto answer = client.post_json(
        "/eastmere/deputies", R"({"deputy": ")" + std::string(deputy) + R"(", "since": ")" +
                                  std::string(since) + R"(", "until": ")" + std::string(until) +
                                  R"("})");
    EXPECT_EQ(answer.status, 422);
    return answer.body;
  };
  EXPECT_THAT(refused("nobody@eastmere.example", "2027-01-19", "2027-01-20"),
              HasSubstr("Nobody on the staff list"));
  EXPECT_THAT(refused(principal.email, "2027-01-19", "2027-01-20"), HasSubstr("their own deputy"));
  EXPECT_THAT(refused(owner.email, "2027-01-21", "2027-01-20"), HasSubstr("not be before"));
  EXPECT_THAT(refused(owner.email, "2027-01-01", "2027-01-18"), HasSubstr("today or later"));
  EXPECT_THAT(refused(owner.email, "2027-01-19", "2028-02-01"), HasSubstr("a year at most"));
  EXPECT_THAT(refused(owner.email, "", ""), HasSubstr("Enter the first day"));
  begin_deputising(principal, owner);
  EXPECT_THAT(refused(owner.email, "2027-01-29", "2027-02-20"), HasSubstr("some of these days"));
}

TEST_P(NamedDeputies, stand_in_what_is_kept_about_both_and_go_with_whoever_is_erased) {
  begin_deputising(principal, owner);
  EXPECT_THAT(client_of(principal).get("/eastmere/your-data").body, HasSubstr("Hannah Sorrell"));
  EXPECT_THAT(client_of(owner).get_json("/eastmere/your-data").body,
              HasSubstr("Margaret Okonjo, from 19 January 2027"));
  auto keeper = client_of(staff_list_keeper);
  keeper.post_form(person_at(owner) + "/closing", {});
  const auto hannah = person_at(owner);
  EXPECT_EQ(keeper.post_form(hannah + "/erasure", {{"sure", "yes"}}).status, 303);
  read([&](sql::Read& read) {
    auto rows = read.rows("SELECT count(*) FROM deputy");
    EXPECT_EQ(rows.next()->integer(0), 0);
  });
}

TEST_P(NamedDeputies, are_told_of_to_whom_they_acted_for_with_what_they_did_and_to_nobody_else) {
  auto deputy = acting(staff_list_keeper);
  const auto root = part_behind(deputy.get_json("/eastmere/teams").body, "\"id\":\"");
  ASSERT_EQ(deputy
                .post_json("/eastmere/teams",
                           R"({"name": "New", "kind": "department", "parent": ")" + root + R"("})")
                .status,
            200);
  ASSERT_EQ(deputy.post_form("/eastmere/deputies/return", {}).status, 303);
  for (const auto* as : {"", "?as=file"}) {
    const auto told =
        client_of(staff_list_keeper).get("/eastmere/your-data" + std::string(as)).body;
    EXPECT_THAT(told, HasSubstr("What your deputies did in your name"));
    EXPECT_THAT(told, HasSubstr("team added, by Marcus Bright"));
    const auto own = client_of(other_tutor).get("/eastmere/your-data" + std::string(as)).body;
    EXPECT_THAT(own, HasSubstr("What you did in the name of others"));
    EXPECT_THAT(own, HasSubstr("team added, for Daniel Ashworth"));
  }
  const auto other = client_of(owner).get("/eastmere/your-data").body;
  EXPECT_THAT(other, Not(HasSubstr("team added")));
  EXPECT_THAT(other, Not(HasSubstr("in the name of")));
}

}  // namespace
}  // namespace touchstone::testing
