#include "platform/sql/history.h"

#include <gmock/gmock.h>

#include <set>

#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::OnBothDatabases;

const Uuid college = new_uuid();
const Uuid council = new_uuid();
const Keys old_keys{.key_id = "old-key", .history = digest_of("old"), .session = {}};

Actor actor_in(const Uuid& workspace) {
  return {.workspace = workspace,
          .person = new_uuid(),
          .for_person = {},
          .channel = Channel::page,
          .request = "r1"};
}

void record(Write& write, std::string_view verb, std::string change) {
  write.record({.noun = "sheet", .object = new_uuid(), .verb = verb, .change = std::move(change)});
}

MATCHER_P3(About, workspace, n, what, "") {
  return arg.workspace == workspace && arg.n == n && arg.what.find(what) != std::string::npos;
}

class History : public OnBothDatabases {
 protected:
  History() { testing::make_notes(database()); }
  void happen(const Uuid& workspace, int times) {
    for (int i = 0; i < times; ++i)
      write(actor_in(workspace), [&](Write& write) { record(write, "changed", "{\"a\":1}"); });
  }
  std::vector<HistoryProblem> problems(const Expected& expected = {}) {
    std::vector<HistoryProblem> found;
    read([&](Read& read) { found = verify_history(read, database().keys(), expected); });
    return found;
  }
  std::vector<HistoryProblem> problems_with(const Keys& keys) {
    std::vector<HistoryProblem> found;
    read([&](Read& read) { found = verify_history(read, keys); });
    return found;
  }
  void happen_under(const Keys& keys, const Uuid& workspace) {
    database().write([&](Turn& turn) {
      Write write(turn, actor_in(workspace));
      record(write, "changed", "{}");
      write.finish(keys);
      return Verdict::keep;
    });
  }
  std::string bare_rows() {
    std::string found;
    read([&](Read& read) {
      for (const auto& row : read.rows("SELECT n FROM history WHERE change IS NULL ORDER BY n"))
        found += std::to_string(row.integer(0)) + " ";
    });
    return found;
  }
  std::string text(std::int64_t n) {
    std::string found;
    read([&](Read& read) {
      for (const auto& row : read.rows("SELECT change FROM history WHERE n = ?", n))
        found = row.text(0);
    });
    return found;
  }
  std::int64_t revision(const Uuid& workspace) {
    std::int64_t revision = -1;
    read([&](Read& read) { revision = revision_of(read, workspace); });
    return revision;
  }
  void tamper(std::string_view sql, std::initializer_list<Value> values = {}) {
    database().write([&](Turn& turn) {
      turn.execute(sql, values);
      return Verdict::keep;
    });
  }
};
INSTANTIATE_ON_BOTH_DATABASES(History);

TEST_P(History, counts_what_happened_in_each_workspace) {
  happen(college, 3);
  happen(council, 1);
  EXPECT_EQ(revision(college), 3);
  EXPECT_EQ(revision(council), 1);
  EXPECT_EQ(revision(new_uuid()), 0);
}

TEST_P(History, several_happenings_of_one_turn_are_rows_of_their_own) {
  write(actor_in(college), [](Write& write) {
    record(write, "made", "{}");
    record(write, "changed", "{}");
  });
  EXPECT_EQ(revision(college), 2);
  EXPECT_TRUE(problems().empty());
}

TEST_P(History, a_turn_that_changed_rows_and_recorded_nothing_fails) {
  const auto silent = [&] {
    write(actor_in(college), [](Write& write) {
      write.execute("INSERT INTO note (ws, name, value) VALUES (?, ?, ?)", college, "a", "b");
    });
  };
  EXPECT_THROW(silent(), std::logic_error);
  read([](Read& read) {
    for (const auto& row : read.rows("SELECT COUNT(*) FROM note")) EXPECT_EQ(row.integer(0), 0);
  });
}

TEST_P(History, rows_that_are_posted_count_as_changes_and_fail_like_others) {
  const auto put = [](Write& write, const char* name) {
    write.post("INSERT INTO note (ws, name, value) VALUES (?, ?, ?)", college, name, "b");
  };
  const auto silent = [&] { write(actor_in(college), [&](Write& write) { put(write, "a"); }); };
  EXPECT_THROW(silent(), std::logic_error);
  const auto twice = [&] {
    write(actor_in(college), [&](Write& write) {
      for (const auto* name : {"a", "b", "a", "c"}) put(write, name);
      record(write, "changed", "{}");
    });
  };
  EXPECT_THROW(twice(), std::runtime_error);
  write(actor_in(college), [&](Write& write) {
    for (const auto* name : {"a", "b", "c"}) put(write, name);
    record(write, "changed", "{}");
  });
  read([](Read& read) {
    for (const auto& row : read.rows("SELECT COUNT(*) FROM note")) EXPECT_EQ(row.integer(0), 3);
  });
  EXPECT_EQ(revision(college), 1);
}

// A client of PostgreSQL holds an answer as a whole, and a history may be larger than the machine.
TEST_P(History, is_checked_some_rows_at_a_time) {
  constexpr int many = 1'200;
  write(actor_in(college), [&](Write& write) {
    for (int i = 0; i < many; ++i) record(write, "changed", "{\"a\":1}");
  });
  int answers = 0;
  database().write([&](Turn& turn) {
    testing::CountedTurn counted(turn);
    Read read(counted);
    EXPECT_TRUE(verify_history(read, database().keys()).empty());
    answers = counted.answers;
    return Verdict::undo;
  });
  EXPECT_GT(answers, 4);
  tamper("UPDATE history SET verb = 'x' WHERE n = ?", {1'001});
  EXPECT_THAT(problems(), ElementsAre(About(college, 1'001, "not as it was written")));
}

TEST_P(History, what_concerns_no_workspace_goes_along_into_the_history_of_the_empty_one) {
  write(actor_in(college), [](Write& write) {
    record(write, "changed", "{}");
    record(write.outside(), "said outside", "{}");
    EXPECT_EQ(&write.outside().outside(), &write.outside());
  });
  EXPECT_EQ(revision(college), 1);
  EXPECT_EQ(revision({}), 1);
  EXPECT_TRUE(problems().empty());
  write(actor_in(college), [](Write& write) {
    record(write, "changed", "{}");
    erase_changes(write.outside(), {1});
  });
  EXPECT_EQ(revision({}), 2);
  EXPECT_TRUE(problems().empty());
}

TEST_P(History, an_undone_turn_leaves_no_link_in_the_chain) {
  happen(college, 1);
  database().write([&](Turn& turn) {
    Write write(turn, actor_in(college));
    record(write, "changed", "{}");
    write.finish(database().keys());
    return Verdict::undo;
  });
  happen(college, 1);
  EXPECT_EQ(revision(college), 2);
  EXPECT_TRUE(problems().empty());
}

TEST_P(History, stays_whole_when_what_changed_is_erased_by_an_event_that_names_it) {
  happen(college, 6);
  write(actor_in(college), [](Write& write) { erase_changes(write, {5, 2, 3}); });
  EXPECT_TRUE(problems().empty());
  EXPECT_EQ(bare_rows(), "2 3 5 ");
  EXPECT_EQ(text(7), "{\"rows\":[[2,3],[5,5]]}");
}

TEST_P(History, shows_that_what_changed_was_taken_away_without_an_event) {
  happen(college, 6);
  write(actor_in(college), [](Write& write) { erase_changes(write, {2, 3}); });
  tamper("UPDATE history SET change = NULL, salt = NULL WHERE n = ?", {4});
  EXPECT_THAT(problems(), ElementsAre(About(college, 4, "no erasure names this row")));
}

TEST_P(History, shows_that_an_erasure_was_itself_taken_away) {
  happen(college, 2);
  write(actor_in(college), [](Write& write) { erase_changes(write, {1}); });
  tamper("UPDATE history SET change = NULL, salt = NULL WHERE n = ?", {3});
  EXPECT_THAT(problems(), ElementsAre(About(college, 1, "no erasure names this row"),
                                      About(college, 3, "no erasure names this row")));
}

TEST_P(History, lets_no_erasure_reach_what_comes_after_it_or_another_erasure) {
  happen(college, 1);
  write(actor_in(college), [](Write& write) { erase_changes(write, {1}); });
  write(actor_in(college), [](Write& write) { erase_changes(write, {1, 2, 3, 4, 5}); });
  happen(college, 1);
  EXPECT_EQ(bare_rows(), "1 ");
  tamper("UPDATE history SET change = NULL, salt = NULL WHERE n = ?", {4});
  EXPECT_THAT(problems(), ElementsAre(About(college, 4, "no erasure names this row")));
}

TEST_P(History, that_was_taken_away_as_a_whole_is_missed_where_its_workspace_is) {
  happen(college, 2);
  happen(council, 2);
  tamper("DELETE FROM history WHERE ws = ?", {college});
  tamper("DELETE FROM history_head WHERE ws = ?", {college});
  EXPECT_TRUE(problems().empty());
  EXPECT_THAT(problems({.workspaces = {college, council}}),
              ElementsAre(About(college, 0, "has no history")));
}

TEST_P(History, reports_an_unreadable_first_row_under_its_own_workspace) {
  happen(college, 2);
  tamper("UPDATE history SET digest = ? WHERE n = 1", {Value(Bytes())});
  EXPECT_THAT(problems(), Contains(About(college, 1, "cannot be read")));
  tamper("UPDATE history_head SET mac = ?", {Value(Bytes())});
  EXPECT_THAT(problems(), Contains(About(college, 0, "cannot be read")));
}

TEST_P(History, is_checked_with_every_key_that_signed_it) {
  happen_under(old_keys, college);
  happen_under(old_keys, college);
  happen(college, 2);
  auto keys = database().keys();
  EXPECT_THAT(problems_with(keys),
              ElementsAre(About(college, 1, "key old-key, which is not known")));
  keys.retired.emplace(old_keys.key_id, old_keys.history);
  EXPECT_TRUE(problems_with(keys).empty());
  keys.retired.begin()->second = digest_of("another");
  EXPECT_FALSE(problems_with(keys).empty());
}

TEST_P(History, names_the_unknown_key_that_sealed_its_end) {
  happen_under(old_keys, college);
  EXPECT_THAT(problems(), Contains(About(college, 0, "sealed with the key old-key")));
}

TEST_P(History, shows_what_was_signed_with_a_key_after_that_was_replaced) {
  happen_under(old_keys, college);
  happen(college, 1);
  happen_under(old_keys, college);
  auto keys = database().keys();
  keys.retired.emplace(old_keys.key_id, old_keys.history);
  EXPECT_THAT(problems_with(keys), ElementsAre(About(college, 3, "replaced before")));
}

TEST_P(History, allows_no_writing_with_keys_that_did_not_sign_it) {
  auto other = database().keys();
  other.key_id = "other-key";
  const auto why = [&](const Keys& keys) {
    std::optional<std::string> found;
    read([&](Read& read) { found = why_not_with(read, keys); });
    return found.value_or("");
  };
  EXPECT_EQ(why(other), "") << "nothing is signed yet";
  happen(college, 1);
  happen(council, 1);
  EXPECT_EQ(why(database().keys()), "");
  EXPECT_THAT(why(other), HasSubstr("signed with the key " + database().keys().key_id));
  other.retired.emplace(database().keys().key_id, database().keys().history);
  EXPECT_EQ(why(other), "");
  auto forged = database().keys();
  forged.history[0] ^= 1;
  EXPECT_THAT(why(forged), HasSubstr("Not one seal"));
  tamper("UPDATE history_head SET n = n + 1 WHERE ws = ?", {college});
  EXPECT_EQ(why(database().keys()), "") << "one that was tampered with stops nobody";
}

TEST_P(History, of_another_installation_can_be_read_and_not_continued) {
  happen(college, 1);
  fresh().close();
  std::filesystem::remove(fresh().settings().directory / "secrets");
  fresh().reopen();
  EXPECT_FALSE(database().can_write());
  EXPECT_THAT(database().why_not_write().value_or(""), HasSubstr("signed with the key"));
  EXPECT_THROW(happen(college, 1), CannotWrite);
  EXPECT_EQ(revision(college), 1);
}

// The schema refuses it too; whoever holds the file can take that out, as is done here on
// PostgreSQL.
TEST_P(History, shows_that_only_the_text_or_only_its_salt_was_taken_away) {
  happen(college, 3);
  const auto forge = [&] {
    tamper("UPDATE history SET salt = NULL, change = '{\"forged\":1}' WHERE n = ?", {2});
  };
  EXPECT_ANY_THROW(forge());
  if (!on_postgres()) return;
  tamper("ALTER TABLE history DROP CONSTRAINT history_check", {});
  forge();
  EXPECT_EQ(problems().size(), 1U);
  tamper("UPDATE history SET change = NULL WHERE n = ?", {3});
  EXPECT_EQ(problems().size(), 2U);
}

TEST_P(History, shows_that_the_tail_was_cut_even_when_the_head_was_set_back) {
  happen(college, 4);
  tamper("DELETE FROM history WHERE n = ?", {4});
  EXPECT_FALSE(problems().empty());
  tamper("UPDATE history_head SET n = ?, mac = (SELECT mac FROM history WHERE n = 3)", {3});
  EXPECT_FALSE(problems().empty());
}

TEST_P(History, a_logged_head_shows_that_an_older_state_was_put_back_as_a_whole) {
  happen(college, 2);
  std::vector<Head> logged;
  read([&](Read& read) { logged = heads_of_history(read); });
  EXPECT_TRUE(problems({.logged = logged}).empty());
  tamper("DELETE FROM history");
  tamper("DELETE FROM history_head");
  EXPECT_TRUE(problems().empty());
  EXPECT_FALSE(problems({.logged = logged}).empty());
}

// Every row is genuine; only the link to the one before tells that they never stood together.
TEST_P(History, shows_that_a_genuine_row_of_another_past_was_put_in) {
  happen(college, 1);
  tamper("CREATE TABLE other_past AS SELECT * FROM history");
  tamper("DELETE FROM history");
  tamper("DELETE FROM history_head");
  happen(college, 2);
  EXPECT_TRUE(problems().empty());
  tamper("DELETE FROM history WHERE n = ?", {1});
  tamper("INSERT INTO history SELECT * FROM other_past");
  EXPECT_FALSE(problems().empty());
}

TEST_P(History, keeps_the_hash_of_what_changed_from_being_guessed) {
  happen(college, 2);
  std::set<Digest> digests{digest_of("{\"a\":1}")};
  read([&](Read& read) {
    for (const auto& row : read.rows("SELECT digest FROM history"))
      digests.insert(row.get<Digest>(0));
  });
  EXPECT_EQ(digests.size(), 3U);
}

TEST_P(History, is_signed_with_the_key_of_the_installation) {
  happen(college, 1);
  auto other = database().keys();
  other.history[0] ^= 1;
  read([&](Read& read) { EXPECT_FALSE(verify_history(read, other).empty()); });
}

}  // namespace
}  // namespace touchstone::sql
