// Somebody who acts for another person, over every route: with that person's roles, and never in
// what is that person's own.
#include <set>

#include "test/audiences.h"
#include "test/deputy_world.h"

namespace touchstone::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What a role opens, and so whoever acts for its holder. Everything else is closed to them.
const std::set<std::string>& opened() {
  static const std::set<std::string> routes{
      "GET /{workspace}",
      "POST /{workspace}/clock",
      "POST /{workspace}/deputies/return",
      "GET /{workspace}/institution",
      "GET /{workspace}/institution/judgement",
      "POST /{workspace}/institution/judgement",
      "GET /{workspace}/standards",
      "GET /{workspace}/standards/{standard}",
      "GET /{workspace}/standards/{standard}/paper",
      "GET /{workspace}/standards/{standard}/pack",
      "GET /{workspace}/standards/{standard}/crosswalk",
      "GET /{workspace}/standards/{standard}/comparison",
      "GET /{workspace}/standards/{standard}/own-version",
      "POST /{workspace}/standards/{standard}/own-version",
      "POST /{workspace}/standards/{standard}/withdrawal",
      "POST /{workspace}/standards/{standard}/restoration",
      "GET /{workspace}/packs",
      "POST /{workspace}/packs",
      "GET /{workspace}/staff-list",
      "POST /{workspace}/staff-list",
      "GET /{workspace}/staff-list/file",
      "GET /{workspace}/staff-list/invitations",
      "POST /{workspace}/staff-list/invitations",
      "GET /{workspace}/staff-list/import",
      "POST /{workspace}/staff-list/import",
      "POST /{workspace}/staff-list/import/completion",
      "POST /{workspace}/staff-list/import/removal",
      "GET /{workspace}/staff-list/{person}",
      "POST /{workspace}/staff-list/{person}",
      "POST /{workspace}/staff-list/{person}/roles",
      "POST /{workspace}/staff-list/{person}/role-removals",
      "POST /{workspace}/staff-list/{person}/teams",
      "POST /{workspace}/staff-list/{person}/team-removals",
      "POST /{workspace}/staff-list/{person}/closing",
      "POST /{workspace}/staff-list/{person}/reopening",
      "POST /{workspace}/staff-list/{person}/deputies",
      "POST /{workspace}/staff-list/{person}/deputies/{deputy}/ending",
      "POST /{workspace}/staff-list/{person}/invitation",
      "GET /{workspace}/staff-list/{person}/erasure",
      "POST /{workspace}/staff-list/{person}/erasure",
      "GET /{workspace}/teams",
      "POST /{workspace}/teams",
      "POST /{workspace}/team-kinds",
      "POST /{workspace}/teams/{team}",
      "POST /{workspace}/teams/{team}/closing",
  };
  return routes;
}

class Deputies : public DeputyWorld {
 protected:
  static std::string name_of(const http::Route& route) {
    return (route.method == http::Method::get ? "GET " : "POST ") + route.pattern;
  }
  http::testing::Answer ask(http::testing::Client& client, const http::Route& route, bool json) {
    const auto address = address_of(route);
    if (route.method == http::Method::get)
      return json ? client.get_json(address) : client.get(address);
    return json ? client.post_json(address, "{}") : client.post_form(address, {});
  }
  // Routes of the organisation that ask who somebody is.
  std::vector<http::Route> asked_routes() const {
    auto all = routes();
    std::erase_if(all, [](const http::Route& route) {
      const auto audience = audience_of(name_of(route));
      return !route.pattern.starts_with("/{workspace}") || audience == Audience::anyone ||
             audience >= Audience::replacing;
    });
    return all;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Deputies);

TEST_P(Deputies, come_where_the_roles_of_whom_they_act_for_lead_and_nowhere_else) {
  int asked = 0;
  for (const auto* represented : {&staff_list_keeper, &quality_manager, &principal, &owner}) {
    auto themselves = client_of(*represented);
    auto deputy = acting(*represented);
    for (const auto& route : asked_routes()) {
      if (route.method != http::Method::get) continue;
      for (const auto json : {false, true}) {
        const auto expected =
            opened().contains(name_of(route)) ? ask(themselves, route, json).status : 403;
        EXPECT_EQ(ask(deputy, route, json).status, expected)
            << represented->name << " " << name_of(route) << (json ? " JSON" : " page");
        ++asked;
      }
    }
  }
  EXPECT_GT(asked, 200);
}

TEST_P(Deputies, change_nothing_where_whom_they_act_for_may_not_or_what_is_a_persons_own) {
  for (const auto* represented : {&staff_list_keeper, &quality_manager, &principal, &owner}) {
    auto themselves = client_of(*represented);
    auto deputy = acting(*represented);
    const auto before = all_that_is_kept();
    for (const auto& route : asked_routes()) {
      if (route.method == http::Method::get) continue;
      for (const auto json : {false, true}) {
        if (!opened().contains(name_of(route))) {
          EXPECT_EQ(ask(deputy, route, json).status, 403) << name_of(route);
          continue;
        }
        if (route.verb == http::Verb::visit) continue;
        const auto audience = audience_of(name_of(route));
        const bool keeps = represented == &staff_list_keeper;
        const bool standards = keeps || represented == &quality_manager;
        if ((audience == Audience::keepers && keeps) ||
            (audience == Audience::standards && standards) ||
            (audience == Audience::leaders && represented == &principal))
          continue;
        EXPECT_EQ(ask(deputy, route, json).status, audience == Audience::leaders ? 404 : 403)
            << represented->name << " " << name_of(route);
      }
    }
    EXPECT_EQ(all_that_is_kept(), before);
  }
}

TEST_P(Deputies, have_no_more_rights_than_whom_they_act_for) {
  auto deputy = acting(owner, staff_list_keeper);
  EXPECT_EQ(deputy.get("/eastmere/staff-list").status, 403);
  EXPECT_EQ(deputy.get_json("/eastmere/packs").status, 403);
  EXPECT_EQ(deputy.get_json("/eastmere/institution").status, 404);
  EXPECT_THAT(deputy.get("/eastmere").body, Not(HasSubstr("Staff list")));
}

TEST_P(Deputies, never_see_a_word_that_is_the_own_of_whom_they_act_for) {
  const std::string word = "only-hannah-wrote-this";
  auto own = client_of(owner);
  own.post_json(own_sheet() + "/judgements/coaching",
                R"({"level": "silver", "note": ")" + word + R"(", "version": 0})");
  own.post_form(own_evidence(), {{"kind", "quote"},
                                 {"title", word},
                                 {"text", word},
                                 {"about_on", "2027-01-12"},
                                 {"only_mine", "true"},
                                 {"version", "2"}});
  ASSERT_THAT(own.get(own_sheet()).body, HasSubstr(word));
  ASSERT_THAT(own.get_json("/eastmere/your-data").body, HasSubstr(word));
  auto deputy = acting(owner);
  for (const auto& route : routes()) {
    if (route.method != http::Method::get) continue;
    for (const auto json : {false, true})
      EXPECT_THAT(ask(deputy, route, json).body, Not(HasSubstr(word))) << name_of(route);
  }
}

TEST_P(Deputies, are_told_on_every_page_whom_they_act_for_and_stop_with_one_button) {
  auto deputy = acting(principal);
  for (const auto* page : {"/eastmere", "/eastmere/institution", "/eastmere/evidence", "/account",
                           "/eastmere/standards/none@1"}) {
    const auto body = deputy.get(page).body;
    EXPECT_THAT(body, HasSubstr("You act for <strong>Margaret Okonjo</strong>")) << page;
    EXPECT_THAT(body, HasSubstr("Stop acting for them")) << page;
  }
  EXPECT_EQ(deputy.post_form("/eastmere/deputies/return", {}).status, 303);
  EXPECT_THAT(deputy.get("/eastmere").body, Not(HasSubstr("You act for")));
  EXPECT_EQ(deputy.get("/eastmere/institution").status, 404);
  EXPECT_EQ(deputy.get("/eastmere/self-assessments").status, 200);
}

TEST_P(Deputies, do_what_they_do_under_both_names) {
  auto deputy = acting(staff_list_keeper);
  const auto page = deputy.get_json("/eastmere/teams").body;
  EXPECT_EQ(deputy
                .post_json("/eastmere/teams",
                           R"({"name": "Made by a deputy", "kind": "department", "parent": ")" +
                               part_behind(page, "\"id\":\"") + R"("})")
                .status,
            200);
  read([&](sql::Read& read) {
    const auto workspace = people::workspace_by_slug(read, "eastmere").value().id;
    const auto by = people::person_by_email(read, workspace, other_tutor.email).value().id;
    const auto whom = people::person_by_email(read, workspace, staff_list_keeper.email).value().id;
    auto rows = read.rows(
        "SELECT count(*) FROM history WHERE ws = ? AND noun = 'team' AND actor = ? "
        "AND for_person = ?",
        workspace, by, whom);
    EXPECT_EQ(rows.next()->integer(0), 1);
  });
}

TEST_P(Deputies, give_no_role_to_themselves_nor_to_whom_they_act_for) {
  auto deputy = acting(staff_list_keeper);
  std::string root;
  read([&](sql::Read& read) {
    const auto workspace = people::workspace_by_slug(read, "eastmere").value().id;
    root = to_text(people::root_team(read, workspace));
  });
  const auto before = all_that_is_kept();
  for (const auto* whom : {&other_tutor, &staff_list_keeper}) {
    EXPECT_EQ(
        deputy.post_form(person_at(*whom) + "/roles", {{"role", "head"}, {"team", root}}).status,
        403);
    const auto json = deputy.post_json(person_at(*whom) + "/roles",
                                       R"({"role": "head", "team": ")" + root + R"("})");
    EXPECT_EQ(json.status, 403);
    EXPECT_THAT(json.body, HasSubstr("A deputy gives no role"));
    const auto file = deputy.post_form("/eastmere/staff-list/import",
                                       {{"text", "name,email,role\n" + whom->name + "," +
                                                     whom->email + ",head @ Eastmere College"}});
    const auto looked = deputy.get_json("/eastmere/staff-list/import");
    EXPECT_THAT(looked.body, ::testing::AnyOf(HasSubstr("A deputy gives no role"),
                                              HasSubstr("Nobody gives a role to themselves")))
        << file.body;
  }
  EXPECT_EQ(all_that_is_kept(), before);
  EXPECT_EQ(
      deputy.post_form(person_at(owner) + "/roles", {{"role", "head"}, {"team", root}}).status,
      303);
}

TEST_P(Deputies, name_no_further_deputies_and_begin_no_second_acting) {
  const auto second = begin_deputising(principal, other_tutor);
  auto deputy = acting(staff_list_keeper);
  const auto before = all_that_is_kept();
  const http::testing::Pairs whom{
      {"deputy", owner.email}, {"since", "2027-01-19"}, {"until", "2027-01-20"}};
  EXPECT_EQ(deputy.post_form("/eastmere/deputies", whom).status, 403);
  EXPECT_EQ(deputy.post_form(person_at(principal) + "/deputies", whom).status, 403);
  EXPECT_EQ(deputy.post_form(person_at(staff_list_keeper) + "/deputies", whom).status, 403);
  EXPECT_EQ(deputy.post_form(acting_at(second), {}).status, 403);
  EXPECT_EQ(deputy.post_form(person_at(principal) + "/deputies/" + second + "/ending", {}).status,
            403);
  EXPECT_EQ(all_that_is_kept(), before);
}

TEST_P(Deputies, are_out_at_the_next_request_when_it_is_ended_or_somebody_is_closed) {
  const auto id = begin_deputising(principal, other_tutor);
  auto deputy = client_of(other_tutor);
  ASSERT_EQ(deputy.post_form(acting_at(id), {}).status, 303);
  ASSERT_EQ(deputy.get("/eastmere/institution").status, 200);
  EXPECT_EQ(client_of(principal).post_form("/eastmere/deputies/" + id + "/ending", {}).status, 303);
  EXPECT_EQ(deputy.get("/eastmere/institution").status, 404);
  EXPECT_EQ(deputy.post_form(acting_at(id), {}).status, 404);

  auto other = acting(principal, quality_manager);
  EXPECT_EQ(other.get("/eastmere/packs").status, 403);
  client_of(staff_list_keeper).post_form(person_at(principal) + "/closing", {});
  EXPECT_EQ(other.get("/eastmere/packs").status, 200);
}

TEST_P(Deputies, act_on_their_days_only) {
  const auto later = begin_deputising(principal, other_tutor, "2027-01-20", "2027-01-21");
  auto deputy = client_of(other_tutor);
  EXPECT_EQ(deputy.post_form(acting_at(later), {}).status, 404);
  EXPECT_EQ(deputy.post_json(acting_at(later), "{}").status, 404);
  write(in_eastmere(), [&](sql::Write& write) {
    write.execute("UPDATE workspace SET clock_stands_on = '2027-01-21' WHERE slug = 'eastmere'");
    write.record({"workspace", write.actor().workspace, "clock_moved", "{}"});
  });
  EXPECT_EQ(deputy.post_form(acting_at(later), {}).status, 303);
  EXPECT_EQ(deputy.get("/eastmere/institution").status, 200);
  write(in_eastmere(), [&](sql::Write& write) {
    write.execute("UPDATE workspace SET clock_stands_on = '2027-01-22' WHERE slug = 'eastmere'");
    write.record({"workspace", write.actor().workspace, "clock_moved", "{}"});
  });
  EXPECT_EQ(deputy.get("/eastmere/institution").status, 404);
}

TEST_P(Deputies, are_nobody_on_a_remembered_phone) {
  const auto id = begin_deputising(principal, other_tutor);
  auto phone = client_of(other_tutor);
  ASSERT_EQ(phone.post_form("/account/devices", {}).status, 303);
  phone.cookies.erase("touchstone");
  ASSERT_EQ(phone.get("/eastmere/self-assessments").status, 200);
  EXPECT_EQ(phone.get("/eastmere/deputies").status, 303);
  EXPECT_EQ(phone.get_json("/eastmere/deputies").status, 401);
  EXPECT_EQ(phone.post_json(acting_at(id), "{}").status, 401);
  EXPECT_THAT(std::string(phone.post_form(acting_at(id), {}).header("location")),
              HasSubstr("/sign-in"));
  EXPECT_THAT(phone.get("/eastmere/self-assessments").body, Not(HasSubstr("You act for")));
}

TEST_P(Deputies, act_in_the_session_that_began_it_and_in_no_other) {
  auto deputy = acting(principal);
  EXPECT_EQ(client_of(other_tutor).get("/eastmere/institution").status, 404);
  EXPECT_EQ(deputy.get("/eastmere/institution").status, 200);
}

}  // namespace
}  // namespace touchstone::testing
