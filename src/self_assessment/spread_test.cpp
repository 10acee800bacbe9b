#include "self_assessment/institution_store.h"
#include "self_assessment/institution_world_test.h"
#include "self_assessment/spread_store.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Spreads : public SheetsWorld {
 protected:
  std::int64_t standing_at(const std::string& element, const std::string& level) {
    std::int64_t people = 0;
    read([&](sql::Read& read) {
      const auto against =
          standard::version_at(read, demo_.eastmere.value, "personal-tutoring@1.0").value();
      for (const auto& cell : spread_of(read, demo_.eastmere.value, against.id, "person"))
        if (cell.element == element && cell.level == level) people += cell.people;
    });
    return people;
  }
  // From that day on in another team, where the clock stands now.
  Id<people::Team> moved_on(const std::string& who, Date day) {
    Id<people::Team> to = Id<people::Team>::fresh();
    write_in(demo_.eastmere, [&](sql::Write& write) {
      const auto workspace = demo_.eastmere;
      const auto person = people::person_by_email(write, workspace, who).value().id;
      const auto root = people::root_team(write, workspace);
      people::add(write, people::Team{.id = to, .parent = root, .kind = "department", .name = "B"});
      for (const auto team : people::teams_of(write, workspace, person, day))
        people::leave_team(write, person, team, day);
      people::join_team(write, person, to, day);
      write.execute("UPDATE workspace SET clock_stands_on = ? WHERE id = ?", to_iso(day),
                    workspace);
    });
    return to;
  }
  bool counts_in(Id<people::Team> team) {
    bool counts = false;
    read([&](sql::Read& read) {
      auto rows = read.rows("SELECT team FROM latest");
      counts = rows.next()->get<Id<people::Team>>(0) == team;
    });
    return counts;
  }
  std::vector<std::string> problems() {
    std::vector<std::string> found;
    read([&](sql::Read& read) { found = spread_problems(read); });
    return found;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Spreads);

TEST_P(Spreads, a_finished_sheet_counts_at_each_of_its_levels_and_its_total) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "gold");
  EXPECT_EQ(standing_at("coaching", "gold"), 0);
  auto other = client_of(marcus);
  finish_at(other, begin_sheet(other), "silver");
  EXPECT_EQ(standing_at("coaching", "silver"), 1);
  EXPECT_EQ(standing_at("", "60"), 1);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(Spreads, the_latest_sheet_of_a_person_takes_the_place_of_the_one_before) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "silver");
  finish_at(client, begin_sheet(client), "gold");
  EXPECT_EQ(standing_at("coaching", "silver"), 0);
  EXPECT_EQ(standing_at("coaching", "gold"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM latest"), 1);
}

TEST_P(Spreads, opening_again_and_the_bin_take_it_back_to_the_one_before) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "silver");
  const auto second = begin_sheet(client);
  finish_at(client, second, "gold");
  client.post_form(second + "/reopening", {});
  EXPECT_EQ(standing_at("coaching", "gold"), 0);
  EXPECT_EQ(standing_at("coaching", "silver"), 1);
  EXPECT_EQ(client.post_form(second + "/submission", {}).status, 303);
  EXPECT_EQ(standing_at("coaching", "gold"), 1);
  client.post_form(second + "/bin", {});
  EXPECT_EQ(standing_at("", "80"), 0);
  EXPECT_EQ(standing_at("", "60"), 1);
  client.post_form(second + "/restoration", {});
  EXPECT_EQ(standing_at("", "80"), 1);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(Spreads, C_28_an_answer_stays_in_the_team_in_which_it_was_finished) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "silver");
  const auto team = moved_on(hannah, next_week);
  EXPECT_FALSE(counts_in(team));
  const auto second = begin_sheet(client);
  finish_at(client, second, "gold");
  EXPECT_TRUE(counts_in(team));
  client.post_form(second + "/bin", {});
  EXPECT_EQ(standing_at("coaching", "silver"), 1);
  EXPECT_FALSE(counts_in(team));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(Spreads, C_28_what_is_begun_in_one_team_and_finished_in_another_counts_there) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto team = moved_on(hannah, next_week);
  finish_at(client, sheet, "silver");
  EXPECT_TRUE(counts_in(team));
}

TEST_P(Spreads, C_19_a_sheet_that_another_has_followed_is_not_opened_again) {
  auto client = client_of(hannah);
  const auto first = begin_sheet(client);
  finish_at(client, first, "silver");
  EXPECT_THAT(client.get(first + "/result").body, HasSubstr("Open it again"));
  const auto second = begin_sheet(client);
  finish_at(client, second, "gold");
  EXPECT_THAT(client.get(first + "/result").body, Not(HasSubstr("Open it again")));
  EXPECT_THAT(client.get(second + "/result").body, HasSubstr("Open it again"));
  const auto refused = client.post_form(first + "/reopening", {});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("You have finished another score sheet of this kind since"));
  EXPECT_EQ(standing_at("coaching", "gold"), 1);
  client.post_form(second + "/bin", {});
  EXPECT_EQ(client.post_form(first + "/reopening", {}).status, 303);
}

TEST_P(Spreads, a_count_that_was_changed_behind_our_back_is_found) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "silver");
  housekeep([](sql::Housekeeping& housekeeping) {
    housekeeping.execute("UPDATE spread SET people = 2 WHERE element = 'coaching'");
  });
  EXPECT_THAT(problems(), Not(IsEmpty()));
  housekeep([](sql::Housekeeping& housekeeping) {
    housekeeping.execute("UPDATE spread SET people = 1 WHERE element = 'coaching'");
    housekeeping.execute("DELETE FROM latest");
  });
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

}  // namespace
}  // namespace touchstone::self_assessment
