#include "platform/sql/history.h"

#include <gmock/gmock.h>

#include <random>

#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

using testing::OnBothDatabases;

const Uuid college = new_uuid();
const Uuid council = new_uuid();

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

class History : public OnBothDatabases {
 protected:
  void happen(const Uuid& workspace, int times) {
    for (int i = 0; i < times; ++i)
      write(actor_in(workspace), [&](Write& write) { record(write, "changed", "{\"a\":1}"); });
  }
  std::vector<HistoryProblem> problems(const std::vector<Head>& logged = {}) {
    std::vector<HistoryProblem> found;
    read([&](Read& read) { found = verify_history(read, database().keys(), logged); });
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
      write.execute("INSERT INTO setting (ws, name, value) VALUES (?, ?, ?)", college, "a", "b");
    });
  };
  EXPECT_THROW(silent(), std::logic_error);
  read([](Read& read) {
    for (const auto& row : read.rows("SELECT COUNT(*) FROM setting")) EXPECT_EQ(row.integer(0), 0);
  });
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

TEST_P(History, stays_whole_when_what_changed_is_erased) {
  happen(college, 3);
  tamper("UPDATE history SET change = NULL, salt = NULL WHERE n = ?", {2});
  EXPECT_TRUE(problems().empty());
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
  EXPECT_TRUE(problems(logged).empty());
  tamper("DELETE FROM history");
  tamper("DELETE FROM history_head");
  EXPECT_TRUE(problems().empty());
  EXPECT_FALSE(problems(logged).empty());
}

TEST_P(History, is_signed_with_the_key_of_the_installation) {
  happen(college, 1);
  auto other = database().keys();
  other.history[0] ^= 1;
  read([&](Read& read) { EXPECT_FALSE(verify_history(read, other).empty()); });
}

// One way of tampering, chosen by chance, as statements on a copy that is put back afterwards.
class Tampering {
 public:
  explicit Tampering(std::uint32_t seed) : random_(seed) {}

  // False when the change was no change.
  bool spoil(Turn& turn) {
    const auto n = one_to(rows);
    switch (one_to(7)) {
      case 1:
        return turn.execute("DELETE FROM history WHERE n = ?", {n}) > 0;
      case 2:
        return turn.execute("DELETE FROM history WHERE n >= ?", {n}) > 0;
      case 3:
        return insert_copy(turn, n);
      case 4:
        return swap(turn, n);
      case 5:
        return spoil_head(turn);
      default:
        return flip(turn, n);
    }
  }

  static constexpr std::int64_t rows = 12;

 private:
  std::int64_t one_to(std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(1, most)(random_);
  }
  std::string flipped(std::string bytes) {
    const auto bit = one_to(static_cast<std::int64_t>(bytes.size()) * 8) - 1;
    auto& byte = bytes[static_cast<std::size_t>(bit / 8)];
    byte = static_cast<char>(byte ^ 1 << bit % 8);
    return bytes;
  }
  static Bytes as_bytes(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
  }
  bool flip_bytes(Turn& turn, std::int64_t n, std::string_view get, std::string_view set) {
    std::string now;
    for (const auto& row : turn.rows(get, {n})) now = row.bytes(0);
    const auto then = flipped(now);
    return turn.execute(set, {as_bytes(then), n}) > 0;
  }
  bool flip_uuid(Turn& turn, std::int64_t n) {
    return turn.execute("UPDATE history SET object = ? WHERE n = ?", {new_uuid(), n}) > 0;
  }
  bool flip(Turn& turn, std::int64_t n) {
    switch (one_to(9)) {
      case 1:
        return flip_bytes(turn, n, "SELECT mac FROM history WHERE n = ?",
                          "UPDATE history SET mac = ? WHERE n = ?");
      case 2:
        return flip_bytes(turn, n, "SELECT digest FROM history WHERE n = ?",
                          "UPDATE history SET digest = ? WHERE n = ?");
      case 3:
        return flip_bytes(turn, n, "SELECT salt FROM history WHERE n = ?",
                          "UPDATE history SET salt = ? WHERE n = ?");
      case 4:
        return flip_uuid(turn, n);
      case 5:
        return turn.execute("UPDATE history SET actor = NULL WHERE n = ?", {n}) > 0;
      case 6:
        return turn.execute("UPDATE history SET at = at + ? WHERE n = ?", {one_to(1'000), n}) > 0;
      case 7:
        return turn.execute("UPDATE history SET verb = verb || 'x' WHERE n = ?", {n}) > 0;
      case 8:
        return turn.execute("UPDATE history SET channel = 'job' WHERE n = ?", {n}) > 0;
      default:
        return turn.execute("UPDATE history SET change = '{}' WHERE n = ?", {n}) > 0;
    }
  }
  bool insert_copy(Turn& turn, std::int64_t n) {
    return turn.execute(
               "INSERT INTO history SELECT ws, n + ?, at, actor, for_person, channel, request,"
               " noun, object, verb, change, salt, digest, key_id, mac FROM history WHERE n = ?",
               {rows, n}) > 0;
  }
  bool swap(Turn& turn, std::int64_t n) {
    const auto other = n % rows + 1;
    turn.execute("UPDATE history SET n = -1 WHERE n = ?", {n});
    turn.execute("UPDATE history SET n = ? WHERE n = ?", {n, other});
    return turn.execute("UPDATE history SET n = ? WHERE n = -1", {other}) > 0;
  }
  bool spoil_head(Turn& turn) {
    switch (one_to(3)) {
      case 1:
        return turn.execute("DELETE FROM history_head", {}) > 0;
      case 2:
        return turn.execute("UPDATE history_head SET n = n - ?", {one_to(rows)}) > 0;
      default: {
        const auto n = one_to(rows - 1);
        turn.execute("DELETE FROM history WHERE n > ?", {n});
        return turn.execute(
                   "UPDATE history_head SET n = ?,"
                   " mac = (SELECT mac FROM history WHERE history.n = ?)",
                   {n, n}) > 0;
      }
    }
  }

  std::mt19937 random_;
};

TEST_P(History, P8_finds_every_one_of_ten_thousand_tamperings) {
  happen(college, static_cast<int>(Tampering::rows));
  const std::uint32_t count = on_postgres() ? 300 : 10'000;
  for (std::uint32_t seed = 1; seed <= count; ++seed) {
    bool changed = false;
    bool found = false;
    database().write([&](Turn& turn) {
      changed = Tampering(seed).spoil(turn);
      Read read(turn);
      found = !verify_history(read, database().keys()).empty();
      return Verdict::undo;
    });
    ASSERT_TRUE(changed && found) << "seed " << seed;
  }
  EXPECT_TRUE(problems().empty());
}

}  // namespace
}  // namespace touchstone::sql
