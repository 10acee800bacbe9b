#include "platform/sql/postgres_connection.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "platform/log/log.h"
#include "platform/sql/dialect.h"
#include "platform/sql/postgres_row.h"

namespace touchstone::sql {

struct PostgresConnection::Statement {
  std::string text;
  std::string name;
  std::vector<Oid> types;
  bool reads = false;
  bool ready = false;  // the server has confirmed it
};

namespace {

PostgresError error_of(const PGresult* result, const PGconn* handle) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char* what = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  return {state != nullptr ? state : "",
          "PostgreSQL: " + std::string(what != nullptr ? what : PQerrorMessage(handle))};
}

PostgresError broken(const PGconn* handle) {
  return {"", "PostgreSQL: " + std::string(PQerrorMessage(handle))};
}

// The server is gone, or goes.
bool lost(const PostgresError& error) {
  return error.state.empty() || error.state.starts_with("08") || error.state.starts_with("57P");
}

// What the address may say otherwise. Whatever waits for a server that has vanished without a word
// goes on after half a minute at most: workers are few, and one thread writes.
PGconn* connected(const std::string& url) {
  constexpr std::array names = {"connect_timeout",
                                "keepalives_idle",
                                "keepalives_interval",
                                "keepalives_count",
                                "tcp_user_timeout",
                                "dbname",
                                static_cast<const char*>(nullptr)};
  const std::array values = {
      "5", "10", "5", "3", "20000", url.c_str(), static_cast<const char*>(nullptr)};
  static_assert(names.size() == std::tuple_size_v<decltype(values)>);
  return PQconnectdbParams(names.data(), values.data(), 1);
}

// The values of one statement in PostgreSQL's binary form.
class Parameters {
 public:
  explicit Parameters(std::initializer_list<Value> values) {
    numbers_.reserve(values.size());
    for (const auto& value : values) add(value);
  }
  int count() const { return static_cast<int>(at_.size()); }
  const char* const* at() const { return at_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  void add(const Value& value) {
    auto bytes = value.text();
    if (value.type() == Type::integer) bytes = number(value.integer());
    at_.push_back(value.null() ? nullptr : bytes.data() != nullptr ? bytes.data() : "");
    lengths_.push_back(static_cast<int>(bytes.size()));
    formats_.push_back(1);
  }
  std::string_view number(std::int64_t number) {
    auto& kept = numbers_.emplace_back();
    const auto swapped = __builtin_bswap64(static_cast<std::uint64_t>(number));
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(kept.data(), &swapped, kept.size());
    return {kept.data(), kept.size()};
  }

  std::vector<std::array<char, 8>> numbers_;
  std::vector<const char*> at_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

bool same_types(const std::vector<Oid>& types, std::initializer_list<Value> values) {
  return std::ranges::equal(types, values, {}, {}, [](const Value& v) { return oid_of(v.type()); });
}

constexpr std::string_view savepoint = "SAVEPOINT body";

}  // namespace

bool is_away(const PostgresError& error) {
  return lost(error) || error.state.starts_with("53") || error.state.starts_with("58");
}

PostgresConnection::PostgresConnection(std::string url) : url_(std::move(url)) {
  connect();
}

void PostgresConnection::connect() {
  expected_.clear();
  unread_ = false;
  ahead_.clear();
  untouched_ = false;
  problem_.reset();
  statements_.clear();
  handle_.reset(connected(url_));
  if (PQstatus(handle_.get()) != CONNECTION_OK) throw broken(handle_.get());
  PQsetNoticeReceiver(handle_.get(), notice, this);
  if (PQenterPipelineMode(handle_.get()) != 1) throw broken(handle_.get());
  run("SET jit = off; SET client_min_messages = warning; SET client_encoding = 'UTF8';"
      "SET idle_in_transaction_session_timeout = '60s'");
}

PostgresConnection::~PostgresConnection() = default;

void PostgresConnection::notice(void* self, const PGresult* result) {
  const char* severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  if (severity == nullptr || std::strcmp(severity, "WARNING") != 0) return;
  static_cast<PostgresConnection*>(self)->warned_ = true;
  log::warning("PostgreSQL: {}", PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
}

void PostgresConnection::revive() {
  drain();
  pollfd waiting{PQsocket(handle_.get()), POLLIN, 0};
  if (waiting.fd >= 0 && ::poll(&waiting, 1, 0) > 0) PQconsumeInput(handle_.get());
  if (PQstatus(handle_.get()) != CONNECTION_OK || (problem_ && lost(*problem_))) connect();
}

void PostgresConnection::begin_read() {
  drain();
  problem_.reset();
  ahead_ = {"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"};
  untouched_ = true;
}

// READ COMMITTED, because each statement must see what was committed while the first one waited for
// the lock; behind it nobody else writes, so one turn's statements see one state all the same.
void PostgresConnection::begin_write() {
  drain();
  problem_.reset();
  ahead_ = {"BEGIN ISOLATION LEVEL READ COMMITTED", "SET LOCAL lock_timeout = '20s'",
            "SELECT pg_advisory_xact_lock(8296301145)"};
  untouched_ = true;
}

void PostgresConnection::begin_turn() {
  problem_.reset();
  ahead_.push_back(savepoint);
}

// True when the turn has sent nothing.
bool PostgresConnection::take_back_savepoint() {
  if (ahead_.empty() || ahead_.back() != savepoint) return false;
  ahead_.pop_back();
  return true;
}

void PostgresConnection::keep_turn() {
  if (take_back_savepoint()) return;
  queue("RELEASE SAVEPOINT body", {});
  synchronize();
  collect();
}

void PostgresConnection::settle() {
  if (expected_.empty()) return;
  try {
    synchronize();
    collect();
  } catch (const PostgresError& error) {
    note(error);
  }
}

void PostgresConnection::undo_turn() {
  if (take_back_savepoint()) return;
  queue("ROLLBACK TO SAVEPOINT body", {});
  queue("RELEASE SAVEPOINT body", {});
  synchronize();
  collect();
}

void PostgresConnection::end_read() {
  roll_back();
}

// Not waited for: whoever uses the connection next reads what came of it.
void PostgresConnection::roll_back() {
  ahead_.clear();
  if (std::exchange(untouched_, false)) return;
  try {
    queue("ROLLBACK", {});
    synchronize();
    unread_ = true;
  } catch (const PostgresError& error) {
    note(error);
  }
}

void PostgresConnection::drain() {
  if (!unread_) return;
  unread_ = false;
  try {
    collect();
  } catch (const PostgresError& error) {
    log::warning("At the end of a turn: {}", error.what());
  }
}

Ending PostgresConnection::commit() {
  ahead_.clear();
  if (std::exchange(untouched_, false)) return Ending::kept;
  warned_ = false;
  try {
    queue("COMMIT", {});
    synchronize();
    const auto result = collect();
    // A transaction in which something failed answers COMMIT with ROLLBACK, and calls it a success.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") return Ending::not_kept;
    return warned_ ? Ending::unknown : Ending::kept;
  } catch (const PostgresError& error) {
    if (lost(error) || error.state == "40003") return Ending::unknown;
    if (can_try_again()) return Ending::not_kept;
    throw;
  }
}

bool PostgresConnection::can_try_again() const {
  return problem_ && (problem_->state == "40001" || problem_->state == "40P01" || lost(*problem_));
}

Rows PostgresConnection::rows(std::string_view sql, std::initializer_list<Value> values) {
  return Rows(postgres_rows(ask(sql, values, true).release()));
}

std::int64_t PostgresConnection::execute(std::string_view sql,
                                         std::initializer_list<Value> values) {
  const auto result = ask(sql, values, false);
  return std::strtoll(PQcmdTuples(result.get()), nullptr, 10);
}

void PostgresConnection::post(std::string_view sql, std::initializer_list<Value> values) {
  const auto* kept = statements_.find(sql);
  const bool on_its_way = ahead_.empty() && !unread_;
  if (on_its_way && kept != nullptr && kept->ready && same_types(kept->types, values))
    queue(sql, values);
  else
    execute(sql, values);
}

PostgresConnection::Result PostgresConnection::ask(std::string_view sql,
                                                   std::initializer_list<Value> values,
                                                   bool reading) {
  drain();
  const auto ahead = untouched_ ? ahead_ : std::vector<std::string_view>();
  try {
    return ask_once(sql, values, reading);
  } catch (const PostgresError& error) {
    // The turn has seen nothing yet, so it may as well begin on a new connection.
    if (ahead.empty() || !lost(error)) throw;
  }
  connect();
  ahead_ = ahead;
  untouched_ = true;
  return ask_once(sql, values, reading);
}

PostgresConnection::Result PostgresConnection::ask_once(std::string_view sql,
                                                        std::initializer_list<Value> values,
                                                        bool reading) {
  for (const auto statement : std::exchange(ahead_, {})) queue(statement, {});
  untouched_ = false;
  if (reading && !prepared(sql, values).reads)
    throw std::logic_error("rows() is for reading: " + std::string(sql));
  queue(sql, values);
  synchronize();
  return collect();
}

PostgresConnection::Statement& PostgresConnection::prepared(std::string_view sql,
                                                            std::initializer_list<Value> values) {
  auto* kept = statements_.find(sql);
  if (kept != nullptr && same_types(kept->types, values)) return *kept;
  auto made = std::make_unique<Statement>();
  made->text = sql;
  made->name = "s" + std::to_string(++names_);
  made->reads = only_reads(sql);
  for (const auto& value : values) made->types.push_back(oid_of(value.type()));
  auto& statement = statements_.keep(sql, std::move(made));
  if (PQsendPrepare(handle_.get(), statement.name.c_str(),
                    statement_for(Dialect::postgres, sql).c_str(),
                    static_cast<int>(statement.types.size()), statement.types.data()) != 1)
    throw broken(handle_.get());
  expected_.push_back(&statement);
  return statement;
}

void PostgresConnection::queue(std::string_view sql, std::initializer_list<Value> values) {
  const auto& statement = prepared(sql, values);
  const Parameters parameters(values);
  if (PQsendQueryPrepared(handle_.get(), statement.name.c_str(), parameters.count(),
                          parameters.at(), parameters.lengths(), parameters.formats(), 1) != 1)
    throw broken(handle_.get());
  expected_.push_back(nullptr);
}

void PostgresConnection::synchronize() {
  if (PQpipelineSync(handle_.get()) != 1) throw broken(handle_.get());
}

// Everything up to the synchronization point. The result of the last command; throws the first
// error.
PostgresConnection::Result PostgresConnection::collect() {
  std::optional<PostgresError> first;
  Result last;
  for (auto* preparing : std::exchange(expected_, {})) {
    try {
      last = collect_one(preparing);
    } catch (const PostgresError& error) {
      if (!first) first = error;
    }
  }
  const Result end(PQgetResult(handle_.get()));
  if (!end || PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC)
    if (!first || !lost(*first)) first = broken(handle_.get());
  if (!first) return last;
  statements_.remove_if([](const Statement& statement) { return !statement.ready; });
  note(*first);
  throw *first;  // NOLINT(cert-err60-cpp): what() is copied by the standard library without
                 // throwing
}

PostgresConnection::Result PostgresConnection::collect_one(Statement* preparing) {
  Result result(PQgetResult(handle_.get()));
  if (!result || PQstatus(handle_.get()) == CONNECTION_BAD) throw broken(handle_.get());
  while (const Result rest{PQgetResult(handle_.get())})
    if (PQstatus(handle_.get()) == CONNECTION_BAD) throw broken(handle_.get());
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    throw error_of(result.get(), handle_.get());
  if (preparing != nullptr) preparing->ready = true;
  return result;
}

void PostgresConnection::note(const PostgresError& error) {
  if (!problem_) problem_ = error;
}

std::string PostgresConnection::version() const {
  const int number = PQserverVersion(handle_.get());
  return "PostgreSQL " + std::to_string(number / 10'000) + "." + std::to_string(number % 10'000);
}

void PostgresConnection::run(std::string_view script) {
  drain();
  if (PQexitPipelineMode(handle_.get()) != 1) throw broken(handle_.get());
  const Result result(PQexec(handle_.get(), std::string(script).c_str()));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    throw error_of(result.get(), handle_.get());
  if (PQenterPipelineMode(handle_.get()) != 1) throw broken(handle_.get());
}

}  // namespace touchstone::sql
