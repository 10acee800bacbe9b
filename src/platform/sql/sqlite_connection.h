#pragma once
#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "platform/sql/statement_cache.h"
#include "platform/sql/turn.h"

namespace touchstone::sql {

struct SqliteError : std::runtime_error {
  SqliteError(int extended_code, const std::string& what)
      : std::runtime_error(what), code(extended_code) {}
  int code;  // SQLITE_…, extended
};

enum class Access : std::uint8_t { write, read };

// One connection with its prepared statements, which checkpoints only when told; used by one thread
// at a time. Every failure throws SqliteError.
class SqliteConnection final : public Turn {
 public:
  // `vfs` names the operating system layer; null for the usual one. Open the one that writes first.
  SqliteConnection(const std::string& file, Access access, const char* vfs = nullptr);
  ~SqliteConnection();
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  Rows rows(std::string_view sql, std::initializer_list<Value> values) override;
  std::int64_t execute(std::string_view sql, std::initializer_list<Value> values) override;

  void run(std::string_view script);  // any number of statements, nothing kept prepared
  void end_turn();                    // rows that are still being read end here
  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  bool fsync_failed() const { return fsync_failed_; }  // at any time so far
  int pages_in_log() const { return pages_in_log_; }   // after the last commit of this connection
  void checkpoint(int mode);                           // SQLITE_CHECKPOINT_…; busy is no failure
  // What is committed now as a database in that file, which must not exist, read through once.
  void copy_to(const std::string& file);

 private:
  struct Statement;
  class Cursor;
  struct Lease;

  std::unique_ptr<Statement> prepare(std::string_view sql);
  Lease lease(std::string_view sql);
  void give_back(Lease& lease, std::uint64_t turn);
  bool step(Statement& statement);
  void check(int result);
  [[noreturn]] void fail(int result);
  void configure(Access access);

  sqlite3* handle_ = nullptr;
  StatementCache<Statement> statements_;
  std::uint64_t turn_ = 1;
  int leased_ = 0;
  bool fsync_failed_ = false;
  int pages_in_log_ = 0;
};

}  // namespace touchstone::sql
