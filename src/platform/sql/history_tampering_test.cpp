#include <gmock/gmock.h>

#include <random>

#include "platform/sql/history.h"
#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

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
    switch (one_to(10)) {
      case 10:
        return turn.execute("UPDATE history SET change = NULL, salt = NULL WHERE n = ?", {n}) > 0;
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

class Tampered : public testing::OnBothDatabases {
 protected:
  void happen(int times) {
    for (int i = 0; i < times; ++i)
      write(
          {.workspace = college_, .person = new_uuid(), .channel = Channel::page},
          [](Write& write) {
            write.record(
                {.noun = "sheet", .object = new_uuid(), .verb = "changed", .change = R"({"a":1})"});
          });
  }
  std::vector<HistoryProblem> problems() {
    std::vector<HistoryProblem> found;
    read([&](Read& read) { found = verify_history(read, database().keys()); });
    return found;
  }

 private:
  const Uuid college_ = new_uuid();
};
INSTANTIATE_ON_BOTH_DATABASES(Tampered);

TEST_P(Tampered, P8_finds_every_one_of_ten_thousand_tamperings) {
  happen(static_cast<int>(Tampering::rows));
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
