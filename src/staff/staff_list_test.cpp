#include "staff/staff_list_test.h"

namespace touchstone::staff {

using ::testing::HasSubstr;
using ::testing::Not;

INSTANTIATE_ON_BOTH_DATABASES(StaffList);

TEST_P(StaffList, shows_everybody_by_name_with_teams_and_roles_and_nobody_of_elsewhere) {
  auto client = client_of(daniel);
  const auto page = client.get("/eastmere/staff-list");
  EXPECT_EQ(page.status, 200);
  for (const auto* text :
       {"Siân Prosser", "Stefan Ilić", "Thornby chapel rooms", "head of department, Construction",
        "staff-list keeper, Eastmere College"})
    EXPECT_THAT(page.body, HasSubstr(text));
  EXPECT_THAT(page.body, Not(HasSubstr(std::string(people::canary))));
  EXPECT_LT(page.body.find("Aisha Karim"), page.body.find("Yvonne Clarke"));
  const auto json = client.get_json("/eastmere/staff-list");
  EXPECT_THAT(json.body, HasSubstr(R"("role":"head")"));
  EXPECT_THAT(json.body, HasSubstr(R"("next":null)"));
}

TEST_P(StaffList, is_closed_to_those_who_do_not_keep_it_whatever_else_they_may) {
  for (const auto& email : {hannah, priya}) {
    auto client = client_of(email);
    EXPECT_EQ(client.get("/eastmere/staff-list").status, 403);
    EXPECT_EQ(client.get_json("/eastmere/teams").status, 403);
    EXPECT_EQ(client.get(address_of("Hannah Sorrell")).status, 403);
    EXPECT_EQ(client.post_form(address_of("Hannah Sorrell") + "/closing", {}).status, 403);
    EXPECT_EQ(client.post_form("/eastmere/staff-list", {{"name", "X"}}).status, 403);
  }
}

TEST_P(StaffList, finds_by_part_of_a_name_or_address_without_accents_and_takes_signs_as_they_are) {
  auto client = client_of(daniel);
  EXPECT_THAT(client.get_json("/eastmere/staff-list?search=ilic").body, HasSubstr("Stefan Ilić"));
  EXPECT_THAT(client.get_json("/eastmere/staff-list?search=SIAN").body, HasSubstr("Siân Prosser"));
  EXPECT_THAT(client.get_json("/eastmere/staff-list?search=mei-ling.fong%40").body,
              HasSubstr("Mei-Ling Fong"));
  for (const auto* nobody : {"%25", "_", "!", "zzz"})
    EXPECT_THAT(client.get_json(std::string("/eastmere/staff-list?search=") + nobody).body,
                HasSubstr(R"("items":[])"))
        << nobody;
}

TEST_P(StaffList, turns_pages_of_fifty_without_losing_or_repeating_anybody) {
  write_in(demo_.eastmere, [](sql::Write& write) {
    for (int i = 0; i < 101; ++i)
      people::add(write, {.id = Id<people::Person>::fresh(), .name = "Same Name"});
  });
  auto client = client_of(daniel);
  std::set<std::string> ids;
  std::size_t listed = 0;
  std::string after;
  for (int page = 0; page < 10; ++page) {
    const auto body = client.get_json("/eastmere/staff-list" + after).body;
    for (auto at = body.find(R"("id":")"); at != body.npos; at = body.find(R"("id":")", at + 1)) {
      ids.insert(body.substr(at + 6, 26));
      ++listed;
    }
    const auto next = body.find(R"("next":")");
    if (next == body.npos) break;
    after = "?after=" + body.substr(next + 8, body.find('"', next + 8) - next - 8);
  }
  EXPECT_EQ(listed, 125U);
  EXPECT_EQ(ids.size(), 125U);
}

TEST_P(StaffList, adds_a_person_to_a_team_and_says_what_is_wrong_without_losing_what_was_typed) {
  auto client = client_of(daniel);
  const auto refused = client.post_form(
      "/eastmere/staff-list",
      {{"name", "Noor & Co"}, {"email", "hannah.sorrell@EASTMERE.example"}, {"team", "nowhere"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Noor &amp; Co"));
  EXPECT_THAT(refused.body, HasSubstr("has this email address already"));
  EXPECT_THAT(refused.body, HasSubstr("Choose the team"));
  const auto added = client.post_json(
      "/eastmere/staff-list", R"({"name":"Noor Haddad","email":"noor@eastmere.example","team":")" +
                                  team_called("Construction") + R"("})");
  EXPECT_EQ(added.status, 201) << added.body;
  EXPECT_THAT(client.get_json("/eastmere/staff-list?search=noor").body,
              HasSubstr(R"("teams":["Construction"])"));
}

TEST_P(StaffList, whoever_keeps_a_part_sees_and_changes_that_part_only) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  auto client = client_of(ruth);
  const auto list = client.get_json("/eastmere/staff-list").body;
  EXPECT_THAT(list, HasSubstr("Patrick Doran"));
  EXPECT_THAT(list, Not(HasSubstr("Hannah Sorrell")));
  EXPECT_EQ(client.get(address_of("Patrick Doran")).status, 200);
  EXPECT_EQ(client.get(address_of("Hannah Sorrell")).status, 404);
  EXPECT_EQ(client.post_form(address_of("Hannah Sorrell") + "/closing", {}).status, 404);
  const auto given =
      client.post_form(address_of("Patrick Doran") + "/roles",
                       {{"role", "quality_manager"}, {"team", team_called("Eastmere College")}});
  EXPECT_EQ(given.status, 422);
  EXPECT_EQ(
      client.post_form("/eastmere/teams/" + team_called("Construction"), {{"name", "X"}}).status,
      404);
  EXPECT_EQ(client
                .post_form("/eastmere/staff-list",
                           {{"name", "X"}, {"email", ""}, {"team", team_called("Construction")}})
                .status,
            422);
}

TEST_P(StaffList, gives_and_takes_roles_but_never_to_oneself) {
  auto client = client_of(daniel);
  const http::testing::Pairs fields{{"role", "writer"}, {"team", team_called("Construction")}};
  EXPECT_EQ(client.post_form(address_of("Leila Hosseini") + "/roles", fields).status, 303);
  EXPECT_EQ(client.post_form(address_of("Leila Hosseini") + "/roles", fields).status, 303);
  EXPECT_THAT(client.get(address_of("Leila Hosseini")).body, HasSubstr("writer, Construction"));
  EXPECT_EQ(client.post_form(address_of("Leila Hosseini") + "/role-removals", fields).status, 303);
  EXPECT_THAT(client.get(address_of("Leila Hosseini")).body,
              Not(HasSubstr("writer, Construction")));
  EXPECT_EQ(client.post_form(address_of("Daniel Ashworth") + "/roles", fields).status, 403);
}

TEST_P(StaffList, never_stays_without_anybody_who_keeps_it) {
  auto client = client_of(daniel);
  EXPECT_EQ(
      client
          .post_form(address_of("Daniel Ashworth") + "/role-removals",
                     {{"role", "staff_list_keeper"}, {"team", team_called("Eastmere College")}})
          .status,
      409);
  EXPECT_EQ(client.post_form(address_of("Daniel Ashworth") + "/closing", {}).status, 409);
  EXPECT_EQ(client.get("/eastmere/staff-list").status, 200);
}

TEST_P(StaffList, B_35_closing_somebody_takes_effect_at_their_next_request) {
  auto hannahs = client_of(hannah);
  auto client = client_of(daniel);
  EXPECT_EQ(client.post_form(address_of("Hannah Sorrell") + "/closing", {}).status, 303);
  EXPECT_EQ(hannahs.get_json("/eastmere/staff-list").status, 404);
  EXPECT_EQ(client_of(hannah).get("/eastmere/staff-list").header("location"), "/sign-in");
  EXPECT_EQ(client.post_form(address_of("Hannah Sorrell") + "/reopening", {}).status, 303);
  EXPECT_EQ(client_of(hannah).get("/eastmere/staff-list").status, 403);
}

TEST_P(StaffList, changes_details_unless_somebody_else_did_meanwhile) {
  auto client = client_of(daniel);
  const auto address = address_of("Chipo Moyo");
  const http::testing::Pairs fields{{"name", "Chipo Moyo-Hart"},
                                    {"email", "chipo.moyo@eastmere.example"},
                                    {"line_manager", "aisha.karim@eastmere.example"},
                                    {"version", "1"}};
  EXPECT_EQ(client.post_form(address, fields).status, 303);
  EXPECT_THAT(client.get(address).body, HasSubstr("aisha.karim@eastmere.example"));
  const auto late = client.post_form(address, fields);
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Somebody else changed this entry meanwhile"));
}

TEST_P(StaffList, shows_what_somebody_else_saved_beside_what_was_typed) {
  auto client = client_of(daniel);
  const auto address = address_of("Chipo Moyo");
  http::testing::Pairs fields{{"name", "Chipo Moyo-Hart"},
                              {"email", "chipo.moyo@eastmere.example"},
                              {"line_manager", "aisha.karim@eastmere.example"},
                              {"version", "1"}};
  EXPECT_EQ(client.post_form(address, fields).status, 303);
  fields[0].second = "Chipo M";
  fields[2].second = "";
  const auto late = client.post_form(address, fields).body;
  EXPECT_THAT(late, HasSubstr("Elsewhere this is now “Chipo Moyo-Hart”."));
  EXPECT_THAT(late, HasSubstr("Elsewhere this is now “aisha.karim@eastmere.example”."));
  EXPECT_THAT(late, HasSubstr(">Chipo Moyo-Hart</h1>"));
  EXPECT_THAT(late, HasSubstr(R"(value="Chipo M")"));
  EXPECT_THAT(late, Not(HasSubstr("Elsewhere this is now “chipo.moyo@")));
}

TEST_P(StaffList, refuses_line_managers_in_a_circle_and_those_nobody_knows) {
  auto client = client_of(daniel);
  const auto manage = [&](std::string_view whose, const std::string& name, const std::string& email,
                          const std::string& manager) {
    return client.post_form(
        address_of(whose),
        {{"name", name}, {"email", email}, {"line_manager", manager}, {"version", "1"}});
  };
  EXPECT_EQ(manage("Chipo Moyo", "Chipo Moyo", "chipo.moyo@eastmere.example",
                   "aisha.karim@eastmere.example")
                .status,
            303);
  const auto circle = manage("Aisha Karim", "Aisha Karim", "aisha.karim@eastmere.example",
                             "chipo.moyo@eastmere.example");
  EXPECT_EQ(circle.status, 422);
  EXPECT_THAT(circle.body, HasSubstr("They answer to this person themselves"));
  EXPECT_THAT(
      manage("Aisha Karim", "Aisha Karim", "aisha.karim@eastmere.example", "who@x.example").body,
      HasSubstr("Nobody on the staff list has this email address"));
}

TEST_P(StaffList, takes_nobody_out_of_all_teams_of_a_keeper_who_would_lose_sight_of_them) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  auto client = client_of(ruth);
  const auto address = address_of("Patrick Doran");
  EXPECT_EQ(
      client.post_form(address + "/team-removals", {{"team", team_called("Osier Green library")}})
          .status,
      409);
  EXPECT_EQ(
      client.post_form(address + "/teams", {{"team", team_called("Thornby chapel rooms")}}).status,
      303);
  EXPECT_EQ(
      client.post_form(address + "/team-removals", {{"team", team_called("Osier Green library")}})
          .status,
      303);
}

TEST_P(StaffList, says_what_keeps_a_team_from_being_closed_and_what_to_do) {
  auto client = client_of(daniel);
  const auto busy =
      client.post_form("/eastmere/teams/" + team_called("Construction") + "/closing", {});
  EXPECT_EQ(busy.status, 409);
  EXPECT_THAT(busy.body, HasSubstr("Construction is not closed yet. In it: "));
  EXPECT_THAT(busy.body, HasSubstr(" more. Put them into another team first."));
  EXPECT_THAT(busy.body, HasSubstr(R"(href="/eastmere/teams">)"));
  client.post_form(
      "/eastmere/teams",
      {{"name", "Plumbing"}, {"kind", "department"}, {"parent", team_called("Construction")}});
  grant("Marcus Bright", people::Role::head, "Plumbing");
  EXPECT_THAT(
      client.post_form("/eastmere/teams/" + team_called("Plumbing") + "/closing", {}).body,
      HasSubstr("Plumbing is not closed yet. With a role on it: Marcus Bright. Take that back"));
  EXPECT_THAT(
      client.post_form("/eastmere/teams/" + team_called("Construction") + "/closing", {}).body,
      HasSubstr("Below it: Plumbing. Close that first."));
  EXPECT_THAT(
      client.post_form("/eastmere/teams/" + team_called("Eastmere College") + "/closing", {}).body,
      HasSubstr("Eastmere College is the whole organisation and stays open."));
}

TEST_P(StaffList, adds_renames_and_closes_teams) {
  auto client = client_of(daniel);
  EXPECT_EQ(client
                .post_form("/eastmere/teams", {{"name", "Plumbing"},
                                               {"kind", "department"},
                                               {"parent", team_called("Construction")}})
                .status,
            303);
  const auto plumbing = "/eastmere/teams/" + team_called("Plumbing");
  EXPECT_EQ(client.post_form(plumbing, {{"name", "Plumbing and heating"}}).status, 303);
  EXPECT_THAT(client.get("/eastmere/teams").body, HasSubstr("Plumbing and heating"));
  const auto busy = "/eastmere/teams/" + team_called("Construction");
  EXPECT_EQ(client.post_form(busy + "/closing", {}).status, 409);
  EXPECT_EQ(client.post_form(plumbing + "/closing", {}).status, 303);
  EXPECT_THAT(client.get("/eastmere/teams").body, HasSubstr("Plumbing and heating is closed."));
  EXPECT_THAT(client.get("/eastmere/teams").body, Not(HasSubstr("Plumbing and heating")));
  EXPECT_EQ(
      client.post_form("/eastmere/teams", {{"name", ""}, {"kind", "?"}, {"parent", "?"}}).status,
      422);
  const auto chapel = team_called("Thornby chapel rooms");
  const auto same =
      client.post_form("/eastmere/teams/" + chapel, {{"name", "Osier Green library"}});
  EXPECT_EQ(same.status, 422) << "two of one name beside each other";
  EXPECT_THAT(same.body, HasSubstr("There is a team of this name here already."));
  EXPECT_EQ(
      client.post_form("/eastmere/teams/" + chapel, {{"name", "Thornby chapel rooms"}}).status, 303)
      << "its own";
}

TEST_P(StaffList,
       B_35_who_answers_to_somebody_closed_falls_to_the_manager_above_or_to_the_red_list) {
  write_in(demo_.eastmere, [&](sql::Write& write) {
    people::set_line_manager(write, somebody("Hannah Sorrell").id, somebody("Grace Adeyemi").id);
    people::set_line_manager(write, somebody("Grace Adeyemi").id, somebody("Margaret Okonjo").id);
    people::set_line_manager(write, somebody("Marcus Bright").id, somebody("Kevin Mulgrew").id);
  });
  auto keeper = client_of(daniel);
  EXPECT_THAT(keeper.get("/eastmere/staff-list").body, Not(HasSubstr("left-behind")));
  keeper.post_form(address_of("Grace Adeyemi") + "/closing", {});
  keeper.post_form(address_of("Kevin Mulgrew") + "/closing", {});
  read([&](sql::Read& read) {
    const auto above = people::line_manager(read, demo_.eastmere, somebody("Hannah Sorrell").id);
    EXPECT_EQ(above->name, "Margaret Okonjo");
  });
  const auto list = keeper.get("/eastmere/staff-list").body;
  EXPECT_THAT(list, HasSubstr("1 person answers to somebody who is closed"));
  EXPECT_THAT(keeper.get_json("/eastmere/staff-list").body,
              HasSubstr(R"("left_behind":[")" + to_text(somebody("Marcus Bright").id) + R"("])"));
  EXPECT_EQ(keeper.post_form(address_of("Kevin Mulgrew") + "/erasure", {{"sure", "yes"}}).status,
            409);
}

class Invitations : public StaffList {
 protected:
  std::string add(http::testing::Client& keeper, const std::string& email) {
    const auto added = keeper.post_json(
        "/eastmere/staff-list", R"({"name":"Noor Haddad","email":")" + email + R"(","team":")" +
                                    team_called("Construction") + R"("})");
    EXPECT_EQ(added.status, 201) << added.body;
    const auto at = added.body.find("/eastmere/staff-list/");
    return added.body.substr(at, std::string("/eastmere/staff-list/").size() + 26);
  }
  // The address of the page that the link leads to.
  static std::string invite(http::testing::Client& keeper, const std::string& person) {
    const auto made = keeper.post_json(person + "/invitation", "{}");
    EXPECT_EQ(made.status, 200) << made.body;
    const auto at = made.body.find("/invitation/");
    return made.body.substr(at, made.body.find('"', at) - at);
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Invitations);

TEST_P(Invitations, let_somebody_in_once_with_a_password_of_their_own) {
  auto keeper = client_of(daniel);
  const auto link = invite(keeper, add(keeper, "noor@eastmere.example"));
  auto guest = running_->client();
  EXPECT_THAT(guest.get(link).body,
              HasSubstr("Noor Haddad, who signs in as noor@eastmere.example"));
  EXPECT_EQ(guest.post_form(link, {{"password", "short"}}).status, 422);
  const auto in = guest.post_form(link, {{"password", "nine purple kettles"}});
  EXPECT_EQ(in.status, 303);
  EXPECT_EQ(in.header("location"), "/eastmere");
  EXPECT_EQ(guest.get("/eastmere/staff-list").status, 403);
  auto late = running_->client();
  EXPECT_EQ(late.get(link).status, 404);
  EXPECT_EQ(late.post_form(link, {{"password", "nine purple kettles"}}).status, 404);
  EXPECT_EQ(late.post_form("/sign-in", {{"email", "noor@eastmere.example"},
                                        {"password", "nine purple kettles"}})
                .status,
            303);
}

TEST_P(Invitations, are_replaced_by_newer_ones_and_end_when_the_person_is_closed) {
  auto keeper = client_of(daniel);
  const auto person = add(keeper, "noor@eastmere.example");
  const auto first = invite(keeper, person);
  const auto second = invite(keeper, person);
  auto guest = running_->client();
  EXPECT_EQ(guest.get(first).status, 404);
  EXPECT_EQ(guest.get(second).status, 200);
  EXPECT_EQ(keeper.post_form(person + "/closing", {}).status, 303);
  EXPECT_EQ(guest.get(second).status, 404);
  EXPECT_EQ(keeper.post_form(person + "/invitation", {}).status, 409);
}

TEST_P(Invitations, end_after_14_days) {
  auto keeper = client_of(daniel);
  const auto link = invite(keeper, add(keeper, "noor@eastmere.example"));
  const auto secret = link.substr(std::string("/invitation/").size());
  read([&](sql::Read& read) {
    const auto days = [](int n) { return std::chrono::hours(24 * n); };
    EXPECT_TRUE(signin::invited_by(read, secret, now() + days(14) - std::chrono::minutes(1)));
    EXPECT_FALSE(signin::invited_by(read, secret, now() + days(14) + std::chrono::minutes(1)));
  });
}

TEST_P(Invitations, are_no_way_into_an_account_that_is_there) {
  auto keeper = client_of(daniel);
  const auto refused = keeper.post_form(address_of("Hannah Sorrell") + "/invitation", {});
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, Not(HasSubstr("/invitation/")));
  std::string rosalind;
  for (const auto& each : demo_.people)
    if (each.workspace == "nine-rivers" && rosalind.empty()) rosalind = each.person.email;
  const auto link = invite(keeper, add(keeper, rosalind));
  auto guest = running_->client();
  const auto wrong = guest.post_form(link, {{"password", "nine purple kettles"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("This is not the password of your account"));
}

TEST_P(Invitations, are_guessed_as_little_as_passwords_are) {
  auto keeper = client_of(daniel);
  std::string rosalind;
  for (const auto& each : demo_.people)
    if (each.workspace == "nine-rivers" && rosalind.empty()) rosalind = each.person.email;
  const auto link = invite(keeper, add(keeper, rosalind));
  auto guest = running_->client();
  int status = 0;
  for (int i = 0; i < 11; ++i)
    status = guest.post_form(link, {{"password", "wrong wrong wrong"}}).status;
  EXPECT_EQ(status, 429);
}

TEST_P(StaffList, of_another_organisation_is_not_there) {
  auto client = client_of(daniel);
  EXPECT_EQ(client.get("/nine-rivers/staff-list").status, 404);
  std::string rosalind;
  for (const auto& each : demo_.people)
    if (each.workspace == "nine-rivers") rosalind = to_text(each.person.id);
  EXPECT_EQ(client.get("/eastmere/staff-list/" + rosalind).status, 404);
  EXPECT_EQ(client.post_form("/eastmere/staff-list/" + rosalind + "/closing", {}).status, 404);
}

}  // namespace touchstone::staff
