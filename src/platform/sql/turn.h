#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/id.h"
#include "platform/secret.h"
#include "platform/sql/row.h"
#include "platform/sql/value.h"

namespace touchstone::sql {

// What a database driver offers inside one transaction. Statements use `?` for each value, in both
// databases; the text must be a string literal or otherwise live as long as the program (prepared
// statements are cached by it).
// `{for_update}` and `{skip_locked}` after a SELECT lock its rows on PostgreSQL and mean nothing on
// SQLite, where one thread writes. rows() takes only statements that read.
class Turn {
 public:
  virtual Rows rows(std::string_view sql, std::initializer_list<Value> values) = 0;
  virtual std::int64_t execute(std::string_view sql, std::initializer_list<Value> values) = 0;
  // The same without an answer. May travel with what comes next: a failure shows there, or at the
  // end of the turn.
  virtual void post(std::string_view sql, std::initializer_list<Value> values) {
    execute(sql, values);
  }
  // After many rows: how many each table has now, where the database plans by that. `analyze` is
  // the whole statement.
  virtual void count_anew(std::string_view /*analyze*/) {}

 protected:
  ~Turn() = default;
};

// May look, in one consistent view of the database.
class Read {
 public:
  explicit Read(Turn& turn) : turn_(turn) {}

  template <class... Values>
  Rows rows(std::string_view sql, const Values&... values) {
    return turn_.rows(sql, {Value(values)...});
  }

 protected:
  Turn& turn_;
};

// May change what needs no history: sessions, throttle, job leases, the outbox's state. Nothing
// else.
class Housekeeping : public Read {
 public:
  using Read::Read;

  // How many rows were changed.
  template <class... Values>
  std::int64_t execute(std::string_view sql, const Values&... values) {
    return turn_.execute(sql, {Value(values)...});
  }
};

// The way by which a change came: in a session of somebody's, by who runs the program, or by
// itself.
enum class Channel : std::uint8_t { page, command_line, job, set_up };

// On whose behalf something changes.
struct Actor {
  Uuid workspace{};
  Uuid person{};      // who acts; empty for the program itself
  Uuid for_person{};  // whom a deputy acts for; empty: for themselves
  Channel channel = Channel::job;
  std::string request{};  // request id, to find it in the log
};

// One line of history: what was done to which thing. `change` is JSON of what changed; it may be
// erased later without breaking the chain, which carries only its salted hash.
struct Happening {
  std::string_view noun;  // "judgement"
  Uuid object{};
  std::string_view verb;  // "changed"
  std::string change;
};

// May change things, and says who and what. Everything it changes in a turn must be recorded; a
// turn that changed rows and recorded nothing fails.
class Write : public Read {
 public:
  Write(Turn& turn, Actor actor) : Read(turn), actor_(std::move(actor)) {}

  const Actor& actor() const { return actor_; }
  // For the turn that founds a workspace: from here on what it changes belongs there. Throws
  // std::logic_error when the actor has a workspace already.
  void found(const Uuid& workspace) {
    if (!actor_.workspace.empty())
      throw std::logic_error("a workspace is founded from outside of any");
    actor_.workspace = workspace;
  }

  template <class... Values>
  std::int64_t execute(std::string_view sql, const Values&... values) {
    const auto changed = turn_.execute(sql, {Value(values)...});
    changed_ += changed;
    return changed;
  }
  // One row more, without asking what came of it: many of these travel together. A failure shows
  // with what comes next, or at the end of the turn.
  template <class... Values>
  void post(std::string_view sql, const Values&... values) {
    turn_.post(sql, {Value(values)...});
    ++changed_;
  }
  // After so many rows that what reads them would be planned wrongly: "ANALYZE person". PostgreSQL
  // finds out by itself only a minute later; SQLite plans without.
  void count_anew(std::string_view analyze) { turn_.count_anew(analyze); }
  void record(Happening happening) { happenings_.push_back(std::move(happening)); }

  // The same actor in the history of the empty workspace, where what concerns an account alone
  // stands; finished together with this one.
  Write& outside();

  // For what needs no history, in the same transaction.
  Housekeeping housekeeping() { return Housekeeping(turn_); }

  // Appends what was recorded to the workspace's chain. The last thing in a turn; throws
  // std::logic_error when rows changed and nothing was recorded.
  void finish(const Keys& keys);

 private:
  Actor actor_;
  std::int64_t changed_ = 0;
  std::vector<Happening> happenings_;
  std::unique_ptr<Write> outside_;
};

}  // namespace touchstone::sql
