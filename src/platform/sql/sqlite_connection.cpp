#include "platform/sql/sqlite_connection.h"

#include <cstring>
#include <mutex>

#include "platform/sql/dialect.h"

namespace touchstone::sql {

struct SqliteConnection::Statement {
  std::string text;
  bool reads = false;
  bool busy = false;
  sqlite3_stmt* handle = nullptr;

  Statement() = default;
  ~Statement() { sqlite3_finalize(handle); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
};

// A statement in use: one from the cache, or one of its own when that is being read already.
struct SqliteConnection::Lease {
  Statement* statement = nullptr;
  std::unique_ptr<Statement> own;
};

namespace {

int bind(sqlite3_stmt* statement, int at, const Value& value, sqlite3_destructor_type keep) {
  if (value.null()) return sqlite3_bind_null(statement, at);
  const auto text = value.text();
  switch (value.type()) {
    case Type::integer:
      return sqlite3_bind_int64(statement, at, value.integer());
    case Type::text:
      return sqlite3_bind_text64(statement, at, text.data() != nullptr ? text.data() : "",
                                 text.size(), keep, SQLITE_UTF8);
    case Type::bytes:
    case Type::uuid:
      break;
  }
  if (text.empty()) return sqlite3_bind_zeroblob(statement, at, 0);
  return sqlite3_bind_blob64(statement, at, text.data(), text.size(), keep);
}

int bind_all(sqlite3_stmt* statement, std::initializer_list<Value> values,
             sqlite3_destructor_type keep) {
  if (sqlite3_bind_parameter_count(statement) != static_cast<int>(values.size()))
    throw std::logic_error(std::string("The number of values does not fit: ") +
                           sqlite3_sql(statement));
  int at = 0;
  for (const auto& value : values)
    if (const int result = bind(statement, ++at, value, keep); result != SQLITE_OK) return result;
  return SQLITE_OK;
}

std::string_view borrowed(const void* bytes, int size) {
  return {static_cast<const char*>(bytes), bytes == nullptr ? 0 : static_cast<std::size_t>(size)};
}

}  // namespace

class SqliteConnection::Cursor final : public Rows::Cursor, public Row {
 public:
  Cursor(SqliteConnection& connection, Lease lease)
      : connection_(connection), lease_(std::move(lease)), turn_(connection.turn_) {}
  ~Cursor() override { connection_.give_back(lease_, turn_); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  bool reads() const { return lease_.statement->reads; }
  void bind(std::initializer_list<Value> values, sqlite3_destructor_type keep) {
    connection_.check(bind_all(handle(), values, keep));
  }

  const Row* next() override {
    if (turn_ != connection_.turn_) throw std::logic_error("Rows are read after their turn.");
    if (done_) return nullptr;
    done_ = !connection_.step(*lease_.statement);
    return done_ ? nullptr : this;
  }

  bool null(int column) const override {
    checked(column);
    return sqlite3_column_type(handle(), column) == SQLITE_NULL;
  }
  std::int64_t integer(int column) const override {
    expect(column, SQLITE_INTEGER, "an integer");
    return sqlite3_column_int64(handle(), column);
  }
  std::string_view text(int column) const override {
    expect(column, SQLITE_TEXT, "text");
    return borrowed(sqlite3_column_text(handle(), column), sqlite3_column_bytes(handle(), column));
  }
  std::string_view bytes(int column) const override {
    expect(column, SQLITE_BLOB, "bytes");
    return borrowed(sqlite3_column_blob(handle(), column), sqlite3_column_bytes(handle(), column));
  }
  Uuid uuid(int column) const override {
    const auto found = bytes(column);
    Uuid uuid;
    if (found.size() != uuid.bytes.size()) wrong(column, "a UUID");
    std::memcpy(uuid.bytes.data(), found.data(), found.size());
    return uuid;
  }

 private:
  sqlite3_stmt* handle() const { return lease_.statement->handle; }
  void checked(int column) const {
    if (column < 0 || column >= sqlite3_column_count(handle())) wrong(column, "a column");
  }
  void expect(int column, int type, const char* what) const {
    if (sqlite3_column_type(handle(), column) != type) wrong(column, what);
  }
  [[noreturn]] void wrong(int column, const char* what) const {
    throw std::logic_error("Column " + std::to_string(column) + " is not " + what + ": " +
                           lease_.statement->text);
  }

  SqliteConnection& connection_;
  Lease lease_;
  std::uint64_t turn_;
  bool done_ = false;
};

SqliteConnection::SqliteConnection(const std::string& file, Access access, const char* vfs) {
  // SQLite's count of its memory takes a lock at each allocation.
  static std::once_flag counted;
  std::call_once(counted, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
  const int how =
      access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int result = sqlite3_open_v2(file.c_str(), &handle_,
                                     how | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, vfs);
  try {
    check(result);
    configure(access);
  } catch (...) {
    sqlite3_close_v2(handle_);
    throw;
  }
}

SqliteConnection::~SqliteConnection() {
  statements_.clear();
  sqlite3_close_v2(handle_);
}

void SqliteConnection::configure(Access access) {
  check(sqlite3_extended_result_codes(handle_, 1));
  check(sqlite3_busy_timeout(handle_, access == Access::read ? 5'000 : 250));
  for (const int on :
       {SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE})
    check(sqlite3_db_config(handle_, on, 1, nullptr));
  for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DML,
                        SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION})
    check(sqlite3_db_config(handle_, off, 0, nullptr));
  run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
      "PRAGMA wal_autocheckpoint = 0;");
  if (access == Access::read) return run("PRAGMA query_only = ON; PRAGMA cache_size = -4000;");
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;"
      "PRAGMA journal_size_limit = 67108864;");
  sqlite3_wal_hook(
      handle_,
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<SqliteConnection*>(self)->pages_in_log_ = pages;
        return SQLITE_OK;
      },
      this);
}

Rows SqliteConnection::rows(std::string_view sql, std::initializer_list<Value> values) {
  auto cursor = std::make_unique<Cursor>(*this, lease(sql));
  if (!cursor->reads()) throw std::logic_error("rows() is for reading: " + std::string(sql));
  cursor->bind(values, SQLITE_TRANSIENT);
  return Rows(std::move(cursor));
}

std::int64_t SqliteConnection::execute(std::string_view sql, std::initializer_list<Value> values) {
  Cursor cursor(*this, lease(sql));
  cursor.bind(values, SQLITE_STATIC);
  const auto before = sqlite3_total_changes64(handle_);
  while (cursor.next() != nullptr) continue;
  return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

std::unique_ptr<SqliteConnection::Statement> SqliteConnection::prepare(std::string_view sql) {
  auto statement = std::make_unique<Statement>();
  const auto spelled = statement_for(Dialect::sqlite, sql);
  const char* rest = nullptr;
  check(sqlite3_prepare_v3(handle_, spelled.data(), static_cast<int>(spelled.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement->handle, &rest));
  if (statement->handle == nullptr || rest != spelled.data() + spelled.size())
    throw std::logic_error("This is not one statement: " + spelled);
  statement->text = sql;
  statement->reads = only_reads(sql);
  return statement;
}

SqliteConnection::Lease SqliteConnection::lease(std::string_view sql) {
  auto* kept = statements_.find(sql);
  Lease lease;
  if (kept != nullptr && kept->busy)
    lease.own = prepare(sql);
  else if (kept == nullptr)
    kept = &statements_.keep(sql, prepare(sql));
  lease.statement = lease.own ? lease.own.get() : kept;
  lease.statement->busy = true;
  ++leased_;
  return lease;
}

void SqliteConnection::give_back(Lease& lease, std::uint64_t turn) {
  if (turn != turn_) return;
  sqlite3_reset(lease.statement->handle);
  lease.statement->busy = false;
  --leased_;
}

void SqliteConnection::end_turn() {
  ++turn_;
  if (leased_ == 0) return;
  leased_ = 0;
  for (auto* each = sqlite3_next_stmt(handle_, nullptr); each != nullptr;
       each = sqlite3_next_stmt(handle_, each))
    sqlite3_reset(each);
  statements_.each([](Statement& statement) { statement.busy = false; });
}

bool SqliteConnection::step(Statement& statement) {
  const int result = sqlite3_step(statement.handle);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  fail(result);
}

void SqliteConnection::run(std::string_view script) {
  check(sqlite3_exec(handle_, std::string(script).c_str(), nullptr, nullptr, nullptr));
}

void SqliteConnection::checkpoint(int mode) {
  const int result = sqlite3_wal_checkpoint_v2(handle_, nullptr, mode, nullptr, nullptr);
  if ((result & 0xFF) != SQLITE_BUSY) check(result);
}

// Page by page and in one step, which is one view of the database, as for any other reader: nobody
// waits for it, and it takes no lock of the connection that writes.
void SqliteConnection::copy_to(const std::string& file) {
  sqlite3* opened = nullptr;
  const int result =
      sqlite3_open_v2(file.c_str(), &opened,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> copy(opened, sqlite3_close_v2);
  const auto expect = [&](bool held) {
    if (!held)
      throw std::runtime_error("The database cannot be copied to " + file + ": " +
                               (copy ? sqlite3_errmsg(copy.get()) : sqlite3_errstr(result)) + ".");
  };
  expect(result == SQLITE_OK);
  auto* copying = sqlite3_backup_init(copy.get(), "main", handle_, "main");
  expect(copying != nullptr);
  sqlite3_backup_step(copying, -1);
  expect(sqlite3_backup_finish(copying) == SQLITE_OK);
  std::string found;
  const auto take = [](void* text, int, char** values, char**) {
    *static_cast<std::string*>(text) += std::string(values[0]) + ' ';
    return 0;
  };
  expect(sqlite3_exec(copy.get(), "PRAGMA integrity_check(5)", take, &found, nullptr) == SQLITE_OK);
  if (found != "ok ") throw std::runtime_error("The database is damaged: " + found);
}

void SqliteConnection::check(int result) {
  if (result != SQLITE_OK) fail(result);
}

void SqliteConnection::fail(int result) {
  if (handle_ != nullptr && (sqlite3_extended_errcode(handle_) & 0xFF) == (result & 0xFF))
    result = sqlite3_extended_errcode(handle_);
  if (result == SQLITE_IOERR_FSYNC || result == SQLITE_IOERR_DIR_FSYNC) fsync_failed_ = true;
  const char* what = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(result);
  throw SqliteError(result, "SQLite: " + std::string(what) + " (" + std::to_string(result) + ")");
}

}  // namespace touchstone::sql
