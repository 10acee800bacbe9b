#include <fstream>
#include <sstream>

#include "staff/staff_command.h"
#include "staff/staff_list_test.h"

namespace touchstone::staff {

using ::testing::HasSubstr;
using ::testing::Not;

class PartKeepers : public StaffList {
 protected:
  std::string refusal_of(const std::string& email, const std::string& line);
  // By themselves, for two weeks of that day on.
  void name_deputy(std::string_view name, std::string_view deputy, std::string_view since) {
    write_as(name, [&](sql::Write& write) {
      const auto first = date_from_iso(since).value();
      people::name_deputy(write,
                          {.id = Id<people::Deputy>::fresh(),
                           .person = somebody(deputy).id,
                           .for_person = somebody(name).id,
                           .since = first,
                           .until = Date(std::chrono::sys_days(first) + std::chrono::weeks(2))});
    });
  }
  void end_deputies_of(std::string_view name) {
    write_as(name, [&](sql::Write& write) {
      for (const auto& each : deputies_of(write, name)) people::end_deputy(write, each, now());
    });
  }
  std::vector<people::Deputy> deputies_of(sql::Read& read, std::string_view name) const {
    using namespace std::chrono_literals;
    return people::deputies_of(read, demo_.eastmere, somebody(name).id, 2027y / 1 / 19);
  }
  void write_as(std::string_view name, const std::function<void(sql::Write&)>& body) {
    write({.workspace = demo_.eastmere.value, .person = somebody(name).id.value, .request = {}},
          body);
  }

  const std::string patrick = "patrick.doran@eastmere.example";
  const std::string stefan = "stefan.ilic@eastmere.example";
  const std::string leila = "leila.hosseini@eastmere.example";
  const std::string import_address = "/eastmere/staff-list/import";
};
INSTANTIATE_ON_BOTH_DATABASES(PartKeepers);

TEST_P(PartKeepers, what_concerns_somebody_everywhere_is_not_for_the_keeper_of_a_part) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  grant("Patrick Doran", people::Role::head, "Construction");
  auto client = client_of(ruth);
  const auto his_page = address_of("Patrick Doran");
  const http::testing::Pairs details{
      {"name", "Another"}, {"email", "another@x.example"}, {"line_manager", ""}, {"version", "1"}};
  EXPECT_EQ(client.post_form(his_page, details).status, 403);
  for (const auto* part : {"/closing", "/reopening", "/invitation"}) {
    EXPECT_EQ(client.post_form(his_page + part, {}).status, 403) << part;
    EXPECT_EQ(client.post_json(his_page + part, "{}").status, 403) << part;
  }
  const auto page = client.get(his_page).body;
  EXPECT_THAT(page, HasSubstr("a part of the organisation that is not yours too"));
  EXPECT_THAT(page, Not(HasSubstr("Close their access")));
  const auto stefan_too = address_of("Stefan Ilić");
  EXPECT_EQ(client.post_form(stefan_too + "/closing", {}).status, 303) << "theirs alone";
  EXPECT_THAT(client.get(stefan_too).body, Not(HasSubstr("/erasure")))
      << "which a keeper of all does";
}

TEST_P(PartKeepers, take_nobody_out_of_a_team_outside_and_do_not_close_themselves) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  auto client = client_of(ruth);
  const auto own = client.get(address_of("Ruth Penhaligon")).body;
  EXPECT_THAT(own, HasSubstr("Somebody else who keeps the staff list closes your access"));
  EXPECT_THAT(own, Not(HasSubstr("Close their access")));
  auto keeper = client_of(daniel);
  std::string construction;
  read([&](sql::Read& read) {
    for (const auto& team : people::teams(read, demo_.eastmere))
      if (team.name == "Construction") construction = to_text(team.id);
  });
  const auto stefan_too = address_of("Stefan Ilić");
  ASSERT_EQ(keeper.post_form(stefan_too + "/teams", {{"team", construction}}).status, 303);
  const auto page = client.get(stefan_too).body;
  EXPECT_THAT(page, HasSubstr("Construction"));
  EXPECT_THAT(page, Not(HasSubstr("value=\"" + construction + "\"")));
}

TEST_P(PartKeepers, an_editor_is_one_of_the_whole_organisation) {
  auto client = client_of(daniel);
  const auto her_roles = address_of("Leila Hosseini") + "/roles";
  const auto part =
      client.post_form(her_roles, {{"role", "editor"}, {"team", team_called("Construction")}});
  EXPECT_EQ(part.status, 422);
  EXPECT_THAT(part.body, HasSubstr("standards of the whole organisation"));
  EXPECT_EQ(
      client.post_form(her_roles, {{"role", "editor"}, {"team", team_called("Eastmere College")}})
          .status,
      303);
}

// A table of one line, sent as that person: what is said of it, and that nothing comes of it.
std::string PartKeepers::refusal_of(const std::string& email, const std::string& line) {
  auto client = client_of(email);
  const auto before = client_of(daniel).get("/eastmere/staff-list/file").body;
  const auto table = "name,email,team,role,line manager\n" + line + "\n";
  EXPECT_EQ(client.post_form(import_address, {{"text", table}}).status, 303);
  const auto looked = client.get_json(import_address);
  EXPECT_THAT(looked.body, HasSubstr(R"("refused":1)")) << line << looked.body;
  EXPECT_THAT(client.get(import_address).body, Not(HasSubstr("Do this")));
  const auto at = looked.body.find(R"("digest":")");
  const auto digest = at == looked.body.npos ? "" : looked.body.substr(at + 10, 64);
  for (const auto& answer :
       {client.post_form(import_address + "/completion", {{"digest", digest}}),
        client.post_json(import_address + "/completion", R"({"digest":")" + digest + R"("})")})
    EXPECT_EQ(answer.status, 422) << line;
  EXPECT_EQ(client_of(daniel).get("/eastmere/staff-list/file").body, before) << line;
  return looked.body;
}

TEST_P(PartKeepers, X_6_change_nobody_by_a_file_whom_the_page_does_not_let_them_change) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  grant("Patrick Doran", people::Role::head, "Construction");
  const auto* const sentence = "a part of the organisation that is not yours too";
  EXPECT_THAT(refusal_of(ruth, "Another," + patrick + ",,,"), HasSubstr(sentence));
  EXPECT_THAT(refusal_of(ruth, "Patrick Doran," + patrick + ",,," + ruth), HasSubstr(sentence));
  auto client = client_of(ruth);
  client.post_form(import_address,
                   {{"text", "name,email,team,line manager\nPatrick Doran," + patrick +
                                 ",Thornby chapel rooms,\nStefan I," + stefan + ",," + ruth}});
  const auto looked = client.get_json(import_address).body;
  EXPECT_THAT(looked, HasSubstr(R"("refused":0)")) << "teams of hers, and who is hers alone";
  EXPECT_THAT(looked, HasSubstr("joins Hedgerow Learning / Thornby chapel rooms"));
  EXPECT_THAT(looked, HasSubstr("is called “Stefan I” from now on"));
}

TEST_P(PartKeepers, do_not_keep_the_way_in_of_somebody_who_may_act_for_one_outside) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  auto client = client_of(ruth);
  const auto at = address_of("Patrick Doran");
  ASSERT_THAT(client.get(at).body, HasSubstr("Close their access"));
  name_deputy("Priya Raman", "Patrick Doran", "2027-03-01");
  EXPECT_EQ(client
                .post_form(at, {{"name", "Patrick Doran"},
                                {"email", "another@x.example"},
                                {"line_manager", ""},
                                {"version", "1"}})
                .status,
            403);
  for (const auto* part : {"/closing", "/invitation"})
    EXPECT_EQ(client.post_form(at + part, {}).status, 403) << part;
  EXPECT_THAT(client.get(at).body, Not(HasSubstr("Close their access")));
  EXPECT_THAT(refusal_of(ruth, "Another," + patrick + ",,,"), HasSubstr("not yours too"));
  end_deputies_of("Priya Raman");
  EXPECT_EQ(client.post_form(at + "/closing", {}).status, 303);
}

TEST_P(PartKeepers, cannot_come_in_as_a_deputy_whose_link_they_hold) {
  write_in(demo_.eastmere, [&](sql::Write& write) {
    people::add(write, {.id = Id<people::Person>::fresh(),
                        .name = "Nobody Yet",
                        .email = "nobody.yet@eastmere.example"});
  });
  for (const auto* address : {"/eastmere/deputies", ""}) {
    auto client = client_of(*address != '\0' ? priya : daniel);
    const auto where = *address != '\0' ? address : address_of("Priya Raman") + "/deputies";
    const auto answer =
        client.post_json(where, R"({"deputy":"nobody.yet@eastmere.example","since":"2027-01-19",)"
                                R"("until":"2027-01-20"})");
    EXPECT_EQ(answer.status, 422) << where;
    EXPECT_THAT(answer.body, HasSubstr("They have never signed in here"));
  }
}

TEST_P(PartKeepers, name_no_deputy_who_acts_with_a_role_that_they_could_not_give) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  auto keeper = client_of(ruth);
  const auto name = [&](std::string_view whom) {
    return keeper.post_form(
        address_of(whom) + "/deputies",
        {{"deputy", patrick}, {"since", "2027-01-19"}, {"until", "2028-01-19"}});
  };
  ASSERT_EQ(name("Stefan Ilić").status, 303);
  ASSERT_EQ(name("Yvonne Clarke").status, 303);
  name_deputy("Yvonne Clarke", "Leila Hosseini", "2027-01-19");
  const auto count = [&](std::string_view whom) {
    std::size_t n = 0;
    read([&](sql::Read& read) { n = deputies_of(read, whom).size(); });
    return n;
  };
  grant("Stefan Ilić", people::Role::head, "Hedgerow Learning");
  EXPECT_EQ(count("Stefan Ilić"), 1U) << "a role that Ruth gives herself";
  grant("Yvonne Clarke", people::Role::quality_manager, "Eastmere College");
  EXPECT_EQ(count("Yvonne Clarke"), 1U) << "whom they named themselves stays";
  EXPECT_THAT(keeper.get(address_of("Yvonne Clarke")).body, Not(HasSubstr("Patrick Doran")));
  EXPECT_EQ(client_of(daniel)
                .post_form(import_address, {{"text", "name,email,role\nStefan Ilić," + stefan +
                                                         ",can read @ Construction\n"}})
                .status,
            303);
  const auto looked = client_of(daniel).get_json(import_address).body;
  EXPECT_EQ(client_of(daniel)
                .post_form(import_address + "/completion",
                           {{"digest", looked.substr(looked.find(R"("digest":")") + 10, 64)}})
                .status,
            303);
  EXPECT_EQ(count("Stefan Ilić"), 0U) << "a file gives roles too";
}

TEST_P(PartKeepers, end_only_deputies_whom_they_could_have_named) {
  grant("Ruth Penhaligon", people::Role::staff_list_keeper, "Hedgerow Learning");
  grant("Patrick Doran", people::Role::head, "Construction");
  name_deputy("Patrick Doran", "Leila Hosseini", "2027-01-19");
  name_deputy("Stefan Ilić", "Patrick Doran", "2027-01-19");
  auto keeper = client_of(ruth);
  const auto ending = [&](std::string_view whom) {
    std::string address;
    read([&](sql::Read& read) {
      address = address_of(whom) + "/deputies/" + to_text(deputies_of(read, whom).at(0).id);
    });
    return address + "/ending";
  };
  EXPECT_EQ(keeper.post_form(ending("Patrick Doran"), {}).status, 403);
  EXPECT_EQ(keeper.post_json(ending("Patrick Doran"), "{}").status, 403);
  const auto page = keeper.get(address_of("Patrick Doran")).body;
  EXPECT_THAT(page, HasSubstr("Leila Hosseini"));
  EXPECT_THAT(page, Not(HasSubstr("End now")));
  EXPECT_THAT(keeper.get(address_of("Stefan Ilić")).body, HasSubstr("End now"));
  EXPECT_EQ(keeper.post_form(ending("Stefan Ilić"), {}).status, 303);
  EXPECT_EQ(client_of(daniel).post_form(ending("Patrick Doran"), {}).status, 303);
}

TEST_P(PartKeepers, X_6_no_file_makes_an_editor_of_a_part) {
  EXPECT_THAT(refusal_of(daniel, "Leila Hosseini," + leila + ",,editor @ Construction,"),
              HasSubstr("standards of the whole organisation"));
  EXPECT_THAT(refusal_of(daniel, "Noor Haddad,noor@x.example,Construction,editor,"),
              HasSubstr("standards of the whole organisation"));
  const sql::testing::Folder folder;
  const auto file = folder.path() / "staff.csv";
  const auto run = [&](const std::string& where) {
    std::ofstream(file) << "name,email,role\nLeila Hosseini," << leila << ",editor @ " << where;
    std::ostringstream out;
    std::ostringstream err;
    for (const bool dry_run : {true, false})
      EXPECT_EQ(import_staff_list(database(), {file, "eastmere", dry_run}, out, err),
                where == "Construction" ? 2 : 0)
          << out.str() << err.str();
    return err.str();
  };
  EXPECT_THAT(run("Construction"), HasSubstr("Line 2, role: An editor edits the standards"));
  EXPECT_EQ(run("Eastmere College"), "");
}

}  // namespace touchstone::staff
