#include "people/people.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "platform/sql/testing.h"

namespace touchstone::people {

using namespace std::chrono_literals;

constexpr Date demo_day = 2027y / 1 / 19;

class People : public sql::testing::OnBothDatabases {
 protected:
  People() { here_.workspace = workspace_.value; }

  template <class Body>
  auto look(Body body) {
    decltype(body(std::declval<sql::Read&>())) result{};
    read([&](sql::Read& read) { result = body(read); });
    return result;
  }
  Id<Person> id_of(sql::Read& read, std::string_view email) {
    return person_by_email(read, workspace_, email).value().id;
  }

  Id<Workspace> workspace_ = Id<Workspace>::fresh();
  sql::Actor here_;
};
INSTANTIATE_ON_BOTH_DATABASES(People);

TEST_P(People, of_the_demo_are_24_with_different_names_and_addresses) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  const auto everybody = look([&](sql::Read& read) { return persons(read, workspace_); });
  std::set<std::string> names;
  std::set<std::string> emails;
  for (const auto& person : everybody) {
    names.insert(person.name);
    emails.insert(person.email);
    EXPECT_TRUE(complaints_about(person).empty()) << person.name;
  }
  EXPECT_EQ(names.size(), 24U);
  EXPECT_EQ(emails.size(), 24U);
}

TEST_P(People, are_listed_by_name_without_regard_to_accents_and_capitals) {
  write(here_, [&](sql::Write& write) {
    add(write, Workspace{.id = workspace_, .slug = "x1", .name = "X"});
    for (const auto* name : {"zoe", "Émile", "Frank", "eva"})
      add(write, Person{.id = Id<Person>::fresh(), .name = name});
  });
  const auto everybody = look([&](sql::Read& read) { return persons(read, workspace_); });
  std::vector<std::string> names;
  for (const auto& person : everybody) names.push_back(person.name);
  EXPECT_EQ(names, (std::vector<std::string>{"Émile", "eva", "Frank", "zoe"}));
}

TEST_P(People, have_accounts_whose_history_never_says_their_address) {
  for (const auto& actor : {here_, sql::Actor{}})
    write(actor, [&](sql::Write& write) {
      const Account account{.id = Id<Account>::fresh(),
                            .email = to_text(new_uuid()) + "@x.example"};
      add(write, account);
      change_email(write, account.id, "another-" + account.email, now());
    });
  read([&](sql::Read& read) {
    int told = 0;
    for (const auto& row : read.rows("SELECT change FROM history WHERE noun = 'account'")) {
      EXPECT_EQ(row.text(0), "{}");
      ++told;
    }
    EXPECT_EQ(told, 4);
  });
}

TEST_P(People, of_one_workspace_are_never_found_from_another) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  const auto other = Id<Workspace>::fresh();
  read([&](sql::Read& read) {
    EXPECT_FALSE(person_by_email(read, other, "hannah.sorrell@eastmere.example"));
    EXPECT_FALSE(person(read, other, id_of(read, "hannah.sorrell@eastmere.example")));
    EXPECT_TRUE(persons(read, other).empty());
    EXPECT_TRUE(teams(read, other).empty());
  });
}

TEST_P(People, hold_roles_from_a_day_until_a_day) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  housekeep([](sql::Housekeeping& housekeeping) {
    housekeeping.execute("UPDATE role_grant SET until = '2027-01-20' WHERE role = 'editor'");
  });
  read([&](sql::Read& read) {
    const auto editor = id_of(read, "sian.prosser@eastmere.example");
    const auto held = [&](Date day) { return roles_of(read, workspace_, editor, day).size(); };
    EXPECT_EQ(held(2026y / 8 / 31), 0U);
    EXPECT_EQ(held(2026y / 9 / 1), 1U);
    EXPECT_EQ(held(2027y / 1 / 20), 1U);
    EXPECT_EQ(held(2027y / 1 / 21), 0U);
  });
}

TEST_P(People, who_keep_the_staff_list_last_cannot_be_disabled) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  write(here_, [&](sql::Write& write) {
    const auto keeper = id_of(write, "daniel.ashworth@eastmere.example");
    const auto other = id_of(write, "priya.raman@eastmere.example");
    EXPECT_FALSE(disable(write, keeper, demo_day));
    grant_role(write, other, {Role::staff_list_keeper, root_team(write, workspace_)}, demo_day);
    EXPECT_TRUE(disable(write, keeper, demo_day));
    EXPECT_FALSE(disable(write, other, demo_day));
  });
}

TEST_P(People, with_a_disabled_account_do_not_count_as_keepers) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  write(here_, [&](sql::Write& write) {
    const auto keeper = id_of(write, "daniel.ashworth@eastmere.example");
    const auto other = person_by_email(write, workspace_, "priya.raman@eastmere.example").value();
    grant_role(write, other.id, {Role::staff_list_keeper, root_team(write, workspace_)}, demo_day);
    EXPECT_FALSE(is_last_keeper(write, workspace_, keeper, demo_day));
    disable(write, *other.account);
    EXPECT_TRUE(is_last_keeper(write, workspace_, keeper, demo_day));
  });
}

TEST_P(People, may_share_neither_an_address_nor_an_account_in_one_workspace) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  const auto again = [&](const Person& person) {
    write(here_, [&](sql::Write& write) { add(write, person); });
  };
  EXPECT_ANY_THROW(
      again({.id = Id<Person>::fresh(), .name = "X", .email = "HANNAH.sorrell@eastmere.example"}));
  const auto account = look([&](sql::Read& read) {
    return account_by_email(read, "hannah.sorrell@eastmere.example").value().id;
  });
  EXPECT_ANY_THROW(again({.id = Id<Person>::fresh(), .account = account, .name = "X"}));
}

TEST_P(People, in_each_workspace_one_where_work_fails_keeps_no_other_waiting) {
  std::vector<std::string> slugs{"first", "second", "third"};
  for (const auto& slug : slugs) {
    const auto id = Id<Workspace>::fresh();
    write({.workspace = id.value},
          [&](sql::Write& write) { add(write, Workspace{.id = id, .slug = slug, .name = slug}); });
  }
  std::vector<std::string> done;
  ::testing::internal::CaptureStderr();
  EXPECT_THROW(
      in_each_workspace(database(),
                        [&](const Workspace& workspace) {
                          if (workspace.slug != "third") done.push_back(workspace.slug);
                          if (workspace.slug != "second")
                            throw std::runtime_error("the pipe burst in " + workspace.slug);
                        }),
      std::runtime_error);
  const auto log = ::testing::internal::GetCapturedStderr();
  std::ranges::sort(done);
  EXPECT_EQ(done, (std::vector<std::string>{"first", "second"}));
  for (const auto* slug : {"first", "third"})
    EXPECT_NE(log.find("work for " + std::string(slug) + ": the pipe burst in " + slug), log.npos);
}

class Teams : public People {
 protected:
  Id<Team> place(sql::Write& write, std::optional<Id<Team>> parent, bool border = false) {
    const Team team{.id = Id<Team>::fresh(),
                    .parent = parent,
                    .kind = "team",
                    .name = "A team",
                    .border = border};
    add(write, team);
    return team.id;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Teams);

TEST_P(Teams, come_with_parents_before_their_children) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  const auto all = look([&](sql::Read& read) { return teams(read, workspace_); });
  ASSERT_EQ(all.size(), 12U);
  EXPECT_EQ(all.front().name, "Eastmere College");
  std::set<Id<Team>> seen;
  for (const auto& team : all) {
    EXPECT_TRUE(!team.parent || seen.contains(*team.parent)) << team.name;
    seen.insert(team.id);
  }
}

TEST_P(Teams, X_9_inherit_roles_from_above_down_to_the_next_border_and_never_sideways_or_up) {
  write(here_, [&](sql::Write& write) {
    add(write, Workspace{.id = workspace_, .slug = "x1", .name = "X"});
    add_team_kind(write, "team", "Team");
    const auto root = place(write, std::nullopt);
    const auto council = place(write, root, true);
    const auto service = place(write, council);
    const auto group = place(write, root);
    const auto ok = [&](Id<Team> granted, Id<Team> team) {
      return reaches(write, workspace_, granted, team);
    };
    EXPECT_TRUE(ok(root, root));
    EXPECT_TRUE(ok(root, group));
    EXPECT_FALSE(ok(root, council));
    EXPECT_FALSE(ok(root, service));
    EXPECT_TRUE(ok(council, council));
    EXPECT_TRUE(ok(council, service));
    EXPECT_FALSE(ok(service, council));
    EXPECT_FALSE(ok(group, council));
  });
}

TEST_P(Teams, kept_by_somebody_are_found_with_two_questions_however_many_there_are) {
  write(here_, [&](sql::Write& write) {
    add(write, Workspace{.id = workspace_, .slug = "x1", .name = "X"});
    add_team_kind(write, "team", "Team");
    const auto root = place(write, std::nullopt);
    const auto council = place(write, root);
    for (int n = 0; n < 30; ++n) place(write, council);
    place(write, place(write, council, true));
    const Person keeper{.id = Id<Person>::fresh(), .name = "Ada"};
    add(write, keeper);
    grant_role(write, keeper.id, {Role::staff_list_keeper, council}, demo_day);
    grant_role(write, keeper.id, {Role::writer, root}, demo_day);
    const auto kept_on = [&](sql::Read& read, Date on) {
      return kept_teams(read, {.workspace = workspace_, .person = keeper.id, .on = on}).size();
    };
    EXPECT_EQ(kept_on(write, demo_day), 31U);
    EXPECT_EQ(kept_on(write, 2027y / 1 / 18), 0U);
  });
  database().write([&](sql::Turn& turn) {
    sql::testing::CountedTurn counted(turn);
    sql::Read read(counted);
    const auto keeper = persons(read, workspace_).at(0).id;
    const auto before = counted.answers;
    kept_teams(read, {.workspace = workspace_, .person = keeper, .on = demo_day});
    EXPECT_EQ(counted.answers - before, 2);
    return sql::Verdict::keep;
  });
}

TEST_P(Teams, have_one_root_only) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  EXPECT_ANY_THROW(write(here_, [&](sql::Write& write) {
    add(write, Team{.id = Id<Team>::fresh(), .kind = "college", .name = "Second root"});
  }));
}

TEST_P(People, visit_their_own_workspace_with_its_clock_and_what_they_were_granted) {
  write(here_, [](sql::Write& write) { fill_eastmere(write); });
  read([&](sql::Read& read) {
    const auto head = person_by_email(read, workspace_, "kevin.mulgrew@eastmere.example").value();
    http::Visitor visitor;
    EXPECT_FALSE(fill_presence(read, *head.account, "nowhere", now(), visitor));
    EXPECT_FALSE(fill_presence(read, Id<Account>::fresh(), "eastmere", now(), visitor));
    EXPECT_TRUE(visitor.workspace_name.empty());
    ASSERT_TRUE(fill_presence(read, *head.account, "eastmere", now(), visitor));
    EXPECT_EQ(visitor.person, head.id.value);
    EXPECT_EQ(visitor.ask_name, "Daniel Ashworth");
    EXPECT_EQ(visitor.ask_email, "daniel.ashworth@eastmere.example");
    EXPECT_EQ(whom_to_ask(read, *head.account).name, "Daniel Ashworth");
    EXPECT_EQ(whom_to_ask(read, Id<Account>::fresh()).name, "");
    EXPECT_EQ(visitor.today, demo_day);
    EXPECT_TRUE(visitor.clock_stands);
    EXPECT_GT(visitor.revision, 0);
    EXPECT_TRUE(visitor.may(http::Verb::judge));
    EXPECT_FALSE(visitor.may(http::Verb::keep_staff_list));
    EXPECT_FALSE(visitor.may(http::Verb::board_view));
  });
}

TEST_P(People, ask_the_quality_manager_where_there_is_no_coordinator_any_more) {
  write(here_, [](sql::Write& write) {
    fill_eastmere(write);
    const auto daniel =
        person_by_email(write, {write.actor().workspace}, "daniel.ashworth@eastmere.example");
    write.execute("UPDATE person SET state = 'disabled' WHERE ws = ? AND id = ?",
                  write.actor().workspace, daniel->id);
    write.record({"person", daniel->id.value, "disabled", "{}"});
  });
  read([&](sql::Read& read) {
    const auto head = person_by_email(read, workspace_, "kevin.mulgrew@eastmere.example").value();
    http::Visitor visitor;
    ASSERT_TRUE(fill_presence(read, *head.account, "eastmere", now(), visitor));
    EXPECT_EQ(visitor.ask_name, "Priya Raman");
    EXPECT_EQ(whom_to_ask(read, *head.account).email, "priya.raman@eastmere.example");
  });
}

}  // namespace touchstone::people
