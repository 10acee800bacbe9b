#include "staff/staff_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "signin/testing.h"
#include "staff/staff.h"
#include "staff/staff_command.h"
#include "staff/staff_import_store.h"

namespace touchstone::staff {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string daniel = "daniel.ashworth@eastmere.example";  // keeps the whole list
const std::string ruth = "ruth.penhaligon@eastmere.example";    // the partner's manager
const std::string import_address = "/eastmere/staff-list/import";
const std::string headings = "name,email,team,role,line manager\n";

class StaffImports : public signin::testing::RoomWorld {
 protected:
  StaffImports() {
    add_routes(routes_);
    start();
  }

  people::Keeper everything() const {
    using namespace std::chrono_literals;
    return {.workspace = demo_.eastmere, .on = 2027y / 1 / 19, .at_the_machine = true};
  }
  StaffImport planned(const std::string& rows, Id<people::Person> importer = {}) {
    StaffImport import;
    read([&](sql::Read& read) {
      const auto file = read_staff_file(headings + rows);
      ASSERT_TRUE(file.has_value()) << file.error().front().message;
      import = plan_import(*file, people::roster(read, everything()), {.person = importer});
    });
    return import;
  }
  // What is wrong with the only line.
  std::string refused(const std::string& rows, Id<people::Person> importer = {}) {
    const auto import = planned(rows, importer);
    EXPECT_FALSE(import.problems.empty()) << rows;
    return import.problems.empty()
               ? std::string()
               : import.problems.front().column + ": " + import.problems.front().message;
  }
  void apply(const std::string& rows) {
    const auto import = planned(rows);
    for (const auto& problem : import.problems) ADD_FAILURE() << problem.message;
    write_in(demo_.eastmere,
             [&](sql::Write& write) { apply_import(write, import, everything().on); });
  }
  people::RosterEntry entry(std::string_view name) {
    people::RosterEntry found;
    read([&](sql::Read& read) {
      for (auto& each : people::roster(read, everything()).people)
        if (each.person.name == name) found = std::move(each);
    });
    return found;
  }
  Id<people::Person> id_of(std::string_view name) { return entry(name).person.id; }
  std::string list_as_file() { return client_of(daniel).get("/eastmere/staff-list/file").body; }
  void give_keeper(std::string_view name, std::string_view team_name) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      using namespace std::chrono_literals;
      for (const auto& team : people::teams(write, demo_.eastmere))
        if (team.name == team_name)
          people::grant_role(write, id_of(name), {people::Role::staff_list_keeper, team.id},
                             2026y / 9 / 1);
    });
  }
  static std::string digest_in(const std::string& body) {
    const auto at = body.find(R"("digest":")");
    return at == body.npos ? "" : body.substr(at + 10, 64);
  }
};
INSTANTIATE_ON_BOTH_DATABASES(StaffImports);

TEST_P(StaffImports, add_people_with_team_role_and_line_manager) {
  apply(
      "Noor Haddad,noor@eastmere.example,Construction,writer,ada@eastmere.example\n"
      "Ada Quist,ada@eastmere.example,Hedgerow Learning / Osier Green library,,Kevin Mulgrew\n");
  const auto noor = entry("Noor Haddad");
  EXPECT_EQ(noor.manager, id_of("Ada Quist"));
  ASSERT_EQ(noor.roles.size(), 1U);
  EXPECT_EQ(noor.roles[0].role, people::Role::writer);
  EXPECT_EQ(noor.roles[0].team, noor.teams.at(0));
  EXPECT_EQ(entry("Ada Quist").manager, id_of("Kevin Mulgrew"));
}

TEST_P(StaffImports, wait_for_as_few_answers_however_many_people_they_add) {
  std::vector<int> answers;
  for (const int people : {10, 600}) {
    std::string rows;
    for (int n = 0; n < people; ++n) {
      const auto self = std::to_string(people) + "-" + std::to_string(n) + "@x.example";
      rows += "Somebody " + self + "," + self + ",Construction,," +
              (n > 0 ? std::to_string(people) + "-0@x.example" : std::string()) + "\n";
    }
    const auto import = planned(rows);
    database().write([&](sql::Turn& turn) {
      sql::testing::CountedTurn counted(turn);
      sql::Write write(counted, {.workspace = demo_.eastmere.value, .request = {}});
      apply_import(write, import, everything().on);
      write.finish(database().keys());
      EXPECT_GE(counted.posts, 3 * people - 1);
      EXPECT_EQ(counted.counts, people > 500 ? 1 : 0) << "statistics are worth it for many";
      answers.push_back(counted.answers);
      return sql::Verdict::keep;
    });
    EXPECT_EQ(entry("Somebody " + std::to_string(people) + "-1@x.example").teams.size(), 1u);
  }
  EXPECT_EQ(answers.at(0), answers.at(1));
  EXPECT_LT(answers.at(1), 10);
}

TEST_P(StaffImports, say_what_changes_and_leave_alone_what_is_not_in_the_file) {
  const auto import = planned(
      "Hannah Sorrell-Bright,HANNAH.SORRELL@eastmere.example,Construction,,\n"
      "Marcus Bright,marcus.bright@eastmere.example,,,\n");
  EXPECT_THAT(import.lines.at(0).changes,
              ::testing::ElementsAre("is called “Hannah Sorrell-Bright” from now on",
                                     "joins Construction", "leaves Health and care"));
  EXPECT_EQ(import.lines.at(0).outcome, Outcome::changed);
  EXPECT_EQ(import.lines.at(1).outcome, Outcome::unchanged);
}

TEST_P(StaffImports, of_the_same_file_twice_change_nothing_the_second_time) {
  const std::string rows =
      "Noor Haddad,noor@eastmere.example,Construction | Apprenticeships,"
      "writer @ Construction | can read @ Eastmere College,Kevin Mulgrew\n"
      "No Address,,Construction,,\n"
      "Hannah S,hannah.sorrell@eastmere.example,Construction,,noor@eastmere.example\n";
  apply(rows);
  EXPECT_FALSE(planned(rows).changes_something());
}

TEST_P(StaffImports, of_the_exported_list_change_nothing) {
  apply(
      "=cmd()|x,noor@eastmere.example,Construction,writer @ Apprenticeships,No Address\n"
      "No Address,,Osier Green library,head of department,Ruth Penhaligon\n");
  const auto file = read_staff_file(list_as_file());
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->rows.size(), 26U);
  read([&](sql::Read& read) {
    const auto import = plan_import(*file, people::roster(read, everything()), {});
    for (const auto& problem : import.problems) ADD_FAILURE() << problem.message;
    EXPECT_FALSE(import.changes_something());
  });
}

TEST_P(StaffImports, refuse_each_wrong_line_with_its_column) {
  EXPECT_THAT(refused("A,a@x.example,Nowhere,,\n"), StartsWith("team: There is no team"));
  EXPECT_THAT(refused("A,a@x.example,,,\n"), StartsWith("team: Somebody new"));
  EXPECT_THAT(refused("A,a@x.example,Construction,king,\n"), StartsWith("role: There is no role"));
  EXPECT_THAT(refused("A,a@x.example,Construction,writer @ Nowhere,\n"), StartsWith("role: "));
  EXPECT_THAT(refused("A,a@x.example,Construction | Apprenticeships,writer,\n"),
              HasSubstr("on which team"));
  EXPECT_THAT(refused("A,no address,Construction,,\n"), StartsWith("email: "));
  EXPECT_THAT(refused(",a@x.example,Construction,,\n"), StartsWith("name: "));
  EXPECT_THAT(refused("A,a@x.example,Construction,,nobody@x.example\n"),
              StartsWith("line manager: Nobody"));
  EXPECT_THAT(refused("A,a@x.example,Construction,,a@x.example\n"), HasSubstr("their own"));
  const auto twice = planned("A,a@x.example,Construction,,\nB,A@X.example,Construction,,\n");
  ASSERT_EQ(twice.problems.size(), 1U);
  EXPECT_EQ(twice.problems[0].line, 3U);
  EXPECT_THAT(twice.problems[0].message, HasSubstr("on line 2 already"));
}

TEST_P(StaffImports, B_35_refuse_a_line_manager_whose_access_is_closed) {
  write_in(demo_.eastmere, [&](sql::Write& write) {
    ASSERT_TRUE(people::disable(write, id_of("Aisha Karim"), everything().on));
  });
  EXPECT_THAT(refused("Chipo Moyo,chipo.moyo@eastmere.example,,,aisha.karim@eastmere.example\n"),
              StartsWith("line manager: The access of this person is closed."));
}

TEST_P(StaffImports, refuse_circles_of_line_managers_and_let_two_change_places) {
  EXPECT_THAT(refused("A,a@x.example,Construction,,b@x.example\n"
                      "B,b@x.example,Construction,,c@x.example\n"
                      "C,c@x.example,Construction,,a@x.example\n"),
              HasSubstr("answer to themselves"));
  apply("A,a@x.example,Construction,,b@x.example\nB,b@x.example,Construction,,\n");
  EXPECT_THAT(refused("B,b@x.example,,,a@x.example\n"), HasSubstr("answer to themselves"));
  apply("A,a@x.example,,,Kevin Mulgrew\nB,b@x.example,,,a@x.example\n");
  EXPECT_EQ(entry("B").manager, id_of("A"));
}

TEST_P(StaffImports, give_nobody_a_role_by_their_own_hand_and_none_outside_of_the_keepers_part) {
  EXPECT_THAT(refused("Daniel Ashworth," + daniel + ",,quality manager @ Eastmere College,\n",
                      id_of("Daniel Ashworth")),
              HasSubstr("Nobody gives a role to themselves"));
  give_keeper("Ruth Penhaligon", "Hedgerow Learning");
  auto keeper = client_of(ruth);
  for (const auto* row :
       {"A,a@x.example,Construction,,", "A,a@x.example,Hedgerow Learning,writer @ Construction,",
        "A,a@x.example,Hedgerow Learning,quality manager @ Eastmere College,",
        "Hannah,hannah.sorrell@eastmere.example,Hedgerow Learning,,"}) {
    const auto shown =
        keeper.post_json(import_address, "{\"text\":\"name,email,team,role,line manager\\n" +
                                             std::string(row) + "\"}");
    EXPECT_THAT(shown.body, HasSubstr(R"("refused":1)")) << row << shown.body;
    EXPECT_EQ(keeper
                  .post_json(import_address + "/completion",
                             R"({"digest":")" + digest_in(shown.body) + R"("})")
                  .status,
              422);
  }
  EXPECT_THAT(keeper.get("/eastmere/staff-list/file").body, Not(HasSubstr("Hannah")));
}

TEST_P(StaffImports, import_nothing_when_one_line_is_wrong) {
  auto keeper = client_of(daniel);
  const auto before = list_as_file();
  const auto shown = keeper.post_form(
      import_address,
      {{"text",
        headings + "Noor Haddad,noor@x.example,Construction,,\nB,b@x.example,Nowhere,,\n"}});
  EXPECT_EQ(shown.status, 303);
  const auto page = keeper.get(import_address).body;
  EXPECT_THAT(page, HasSubstr("<b>Line 3, team:</b> There is no team “Nowhere”"));
  EXPECT_THAT(page, Not(HasSubstr("Do this")));
  const auto digest = digest_in(keeper.get_json(import_address).body);
  EXPECT_EQ(keeper.post_form(import_address + "/completion", {{"digest", digest}}).status, 422);
  EXPECT_EQ(list_as_file(), before);
}

TEST_P(StaffImports, do_what_was_shown_and_then_say_so) {
  auto keeper = client_of(daniel);
  keeper.post_form(import_address,
                   {{"text", headings + "Noor <b>,noor@x.example,Construction,,\n"}});
  const auto page = keeper.get(import_address).body;
  EXPECT_THAT(page, HasSubstr("Noor &lt;b&gt;"));
  EXPECT_THAT(page, HasSubstr("joins Construction"));
  EXPECT_THAT(list_as_file(), Not(HasSubstr("Noor")));
  const auto digest = digest_in(keeper.get_json(import_address).body);
  EXPECT_EQ(keeper.post_form(import_address + "/completion", {{"digest", digest}}).status, 303);
  EXPECT_THAT(keeper.get(import_address).body, HasSubstr("1 person was added, 0 were changed"));
  EXPECT_THAT(keeper.get(import_address).body, Not(HasSubstr("1 person was added"))) << "told once";
  EXPECT_THAT(keeper.get_json(import_address).body, HasSubstr("1 person was added"));
  EXPECT_THAT(list_as_file(), HasSubstr("Noor <b>"));
  EXPECT_EQ(keeper.post_form(import_address + "/completion", {{"digest", digest}}).status, 409);
}

TEST_P(StaffImports, are_never_shown_from_what_a_browser_kept) {
  auto keeper = client_of(daniel);
  for (const auto* text : {"", "name,email,team,role,line manager\n"}) {
    if (*text != '\0') keeper.post_form(import_address, {{"text", std::string(text)}});
    const auto page = keeper.get(import_address);
    EXPECT_EQ(page.header("cache-control"), "no-store");
    EXPECT_EQ(page.header("etag"), "");
  }
}

TEST_P(StaffImports, are_refused_when_the_list_changed_in_a_way_that_matters) {
  auto keeper = client_of(daniel);
  const auto shown = keeper.post_json(
      import_address,
      R"({"text":"name;email;team\nHannah Sorrell;hannah.sorrell@eastmere.example;Construction"})");
  EXPECT_EQ(shown.status, 200) << shown.body;
  const auto completion = R"({"digest":")" + digest_in(shown.body) + R"("})";
  apply("Marcus B,marcus.bright@eastmere.example,,,\n");  // does not matter
  EXPECT_EQ(digest_in(keeper.get_json(import_address).body), digest_in(shown.body));
  apply("Hannah Sorrell,hannah.sorrell@eastmere.example,Apprenticeships,,\n");
  EXPECT_EQ(keeper.post_json(import_address + "/completion", completion).status, 409);
  EXPECT_EQ(entry("Hannah Sorrell").teams.size(), 1U);
  EXPECT_EQ(keeper.post_json(import_address + "/removal", "{}").status, 200);
  EXPECT_THAT(keeper.get_json(import_address).body, HasSubstr(R"("state":"none")"));
}

TEST_P(StaffImports, say_at_once_what_is_wrong_with_the_file_and_keep_what_was_pasted) {
  auto keeper = client_of(daniel);
  const auto page = keeper.post_form(import_address, {{"text", "name,shoe\nA,\"<b>\n"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Line 2: A quotation mark on this line is never closed."));
  EXPECT_THAT(page.body, HasSubstr("A,&quot;&lt;b&gt;"));
  EXPECT_THAT(keeper.post_form(import_address, {}).body, HasSubstr("Choose a file, or paste"));
  EXPECT_EQ(keeper.post_json(import_address, R"({"text":"x"})").status, 422);
}

TEST_P(StaffImports, keep_the_table_in_the_box_while_a_line_of_it_is_wrong) {
  auto keeper = client_of(daniel);
  const auto table = headings + "Noor Haddad,noor@eastmere.example,No such team,,\n";
  EXPECT_EQ(keeper.post_form(import_address, {{"text", table}}).status, 303);
  EXPECT_THAT(keeper.get(import_address).body,
              HasSubstr("Noor Haddad,noor@eastmere.example,No such team,,\n</textarea>"));
}

TEST_P(StaffImports, that_are_too_large_say_how_much_is_taken_and_lead_back) {
  auto keeper = client_of(daniel);
  const auto answer =
      keeper.post_form(import_address, {{"text", std::string(std::size_t{12} << 20, 'x')}});
  EXPECT_EQ(answer.status, 413);
  EXPECT_THAT(answer.body, ContainsRegex("At most [0-9]+ .B can be taken in here at once"));
  EXPECT_THAT(answer.body, HasSubstr("href=\"" + import_address + "\""));
}

TEST_P(StaffImports, from_the_command_line_show_or_do_the_same) {
  const sql::testing::Folder folder;
  const auto file = folder.path() / "staff.csv";
  std::ofstream(file) << headings << "Noor Haddad,noor@x.example,Construction,,\n";
  const auto run = [&](bool dry_run, int code) {
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(import_staff_list(database(), {file, "eastmere", dry_run}, out, err), code);
    return out.str() + err.str();
  };
  EXPECT_THAT(run(true, 0), HasSubstr("added\tNoor Haddad\tnoor@x.example\tjoins Construction"));
  EXPECT_TRUE(entry("Noor Haddad").person.name.empty());
  EXPECT_THAT(run(false, 0), HasSubstr("1 person was added"));
  EXPECT_FALSE(entry("Noor Haddad").person.name.empty());
  EXPECT_THAT(run(false, 0), HasSubstr("0 people were added, 0 were changed, 1 was on the list"));
  std::ofstream(file) << headings << "Noor Haddad,noor@x.example,Nowhere,,\n";
  EXPECT_THAT(run(false, 2), HasSubstr("Line 2, team: There is no team “Nowhere”"));
}

}  // namespace
}  // namespace touchstone::staff
