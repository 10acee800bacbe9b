#pragma once
#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "platform/sql/statement_cache.h"
#include "platform/sql/turn.h"

namespace touchstone::sql {

struct PostgresError : std::runtime_error {
  PostgresError(std::string sqlstate, const std::string& what)
      : std::runtime_error(what), state(std::move(sqlstate)) {}
  std::string state;  // SQLSTATE, five characters; empty when the connection broke
};

// The server is gone, goes, is full, fails, or has no place for one connection more.
bool is_away(const PostgresError& error);

enum class Ending : std::uint8_t {
  kept,
  not_kept,  // and may be tried again: serialization, deadlock
  unknown,   // the connection broke, or a replica did not confirm
};

// One connection in pipeline mode with its prepared statements; used by one thread at a time. BEGIN
// and savepoints travel with the statement after them, and the end of a read is not waited for.
// Every failure throws PostgresError.
class PostgresConnection final : public Turn {
 public:
  explicit PostgresConnection(std::string url);
  ~PostgresConnection();
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  // Connects anew when the server has gone; looks without asking it. Only between turns.
  void revive();

  void begin_read();
  void end_read();  // does not throw
  // Alone among all that write to this database through any node, until commit or roll_back; the
  // first statement waits for its turn, and throws with 55P03 when it does not come.
  void begin_write();
  // One turn among those of a write; keep_turn returns when all it did is accepted.
  void begin_turn();
  void settle();  // waits for what was posted: problem() then knows whether it failed
  void keep_turn();
  void undo_turn();  // after settle()
  Ending commit();   // throws when the database refused for good: nothing was kept
  void roll_back();  // does not throw

  Rows rows(std::string_view sql, std::initializer_list<Value> values) override;
  std::int64_t execute(std::string_view sql, std::initializer_list<Value> values) override;
  void post(std::string_view sql, std::initializer_list<Value> values) override;
  void count_anew(std::string_view analyze) override { execute(analyze, {}); }
  void run(std::string_view script);  // any number of statements, outside of pipeline mode

  // What went wrong first in this turn, whatever the body made of it; empty when nothing did.
  const std::optional<PostgresError>& problem() const { return problem_; }
  bool can_try_again() const;   // the problem is one that passes
  std::string version() const;  // "PostgreSQL 15.20"

 private:
  struct Statement;
  class Cursor;
  struct Close {
    void operator()(PGconn* handle) const { PQfinish(handle); }
  };
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Clear>;

  void connect();
  Result ask(std::string_view sql, std::initializer_list<Value> values, bool reading);
  Result ask_once(std::string_view sql, std::initializer_list<Value> values, bool reading);
  void queue(std::string_view sql, std::initializer_list<Value> values);
  Statement& prepared(std::string_view sql, std::initializer_list<Value> values);
  void synchronize();
  Result collect();
  Result collect_one(Statement* preparing);
  void note(const PostgresError& error);
  void drain();
  bool take_back_savepoint();
  static void notice(void* self, const PGresult* result);

  std::string url_;
  std::unique_ptr<PGconn, Close> handle_;
  StatementCache<Statement> statements_;
  std::optional<PostgresError> problem_;
  std::vector<std::string_view> ahead_;  // to be sent with the next statement
  bool untouched_ = false;               // BEGIN is still among them
  std::vector<Statement*>
      expected_;         // results to come: null for a run, else what is being prepared
  bool unread_ = false;  // they are on their way, and nobody has waited for them
  bool warned_ = false;
  std::int64_t names_ = 0;
};

}  // namespace touchstone::sql
