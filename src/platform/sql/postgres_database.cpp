#include "platform/sql/postgres_database.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <thread>

namespace touchstone::sql {
namespace {

constexpr int attempts = 20;
constexpr int attempts_in_company = 2;

void roll_back(PostgresConnection& connection) {
  connection.roll_back();
}

// True when the outcome is certain; false when the turn may be tried again.
bool write_once(PostgresConnection& connection, const Database::Body& body, int attempt) {
  connection.begin_write();
  auto verdict = Verdict::undo;
  try {
    verdict = body(connection);
    if (connection.problem()) throw PostgresError(*connection.problem());
  } catch (...) {
    roll_back(connection);
    if (connection.can_try_again()) return false;
    // Two turns that insert the same first row contradict each other too; to one of them PostgreSQL
    // says this instead.
    if (attempt <= attempts_in_company && connection.problem() &&
        connection.problem()->state == "23505")
      return false;
    throw;
  }
  if (verdict == Verdict::undo) {
    roll_back(connection);
    return true;
  }
  const auto ending = connection.commit();
  if (ending == Ending::unknown) throw OutcomeUnknown("PostgreSQL was lost while it committed.");
  return ending == Ending::kept;
}

// Other nodes compete too, so each waits for a time of its own.
void pause_after(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const int longest = 1'000 << std::min(attempt, 6);
  std::this_thread::sleep_for(
      std::chrono::microseconds(std::uniform_int_distribution(0, longest)(random)));
}

// Full, read-only after a failover, failing, or gone.
bool no_room(const PostgresError& error) {
  return error.state.empty() || error.state.starts_with("53") || error.state.starts_with("57P") ||
         error.state.starts_with("58") || error.state.starts_with("08") || error.state == "25006";
}

std::exception_ptr problem_of_write() {
  try {
    throw;
  } catch (const PostgresError& error) {
    if (!no_room(error)) return std::current_exception();
    return std::make_exception_ptr(CannotWrite(std::string("Nothing was kept: ") + error.what()));
  } catch (...) {
    return std::current_exception();
  }
}

class Looking {
 public:
  explicit Looking(PostgresConnection& connection) : connection_(connection) {
    connection_.begin_read();
  }
  ~Looking() { connection_.end_read(); }
  Looking(const Looking&) = delete;
  Looking& operator=(const Looking&) = delete;

 private:
  PostgresConnection& connection_;
};

}  // namespace

Schema schema_of(PostgresConnection& connection) {
  return {.turn = connection,
          .run = [&](std::string_view statement) { connection.run(statement); },
          .begin =
              [&] {
                // A number of our own, so that nodes that start together go one after another.
                connection.run("BEGIN; SELECT pg_advisory_xact_lock(8296301144)");
              },
          .commit = [&] { connection.run("COMMIT"); },
          .roll_back = [&] { roll_back(connection); }};
}

PostgresDatabase::PostgresDatabase(const Settings& settings, Keys keys,
                                   const std::vector<Migration>& migrations) {
  keys_ = std::move(keys);
  for (int i = 0; i < std::max(settings.readers, 1); ++i)
    connections_.add(std::make_unique<PostgresConnection>(settings.url));
  auto connection = connections_.take();
  bring_up_to_date(schema_of(*connection), migrations, Dialect::postgres);
  version_ = connection->version();
}

void PostgresDatabase::read(const std::function<void(Read&)>& body) {
  auto connection = connections_.take();
  connection->revive();
  const Looking looking(*connection);
  Read read(*connection);
  body(read);
}

void PostgresDatabase::write_later(Body body, Done done) {
  std::exception_ptr problem;
  try {
    write_until_kept(body);
  } catch (...) {
    problem = problem_of_write();
  }
  done(problem);
}

void PostgresDatabase::write_until_kept(const Body& body) {
  auto connection = connections_.take();
  for (int attempt = 1; attempt <= attempts; ++attempt) {
    connection->revive();
    std::shared_lock in_company(contest_, std::defer_lock);
    std::unique_lock alone(contest_, std::defer_lock);
    if (attempt <= attempts_in_company)
      in_company.lock();
    else
      alone.lock();
    if (write_once(*connection, body, attempt)) return;
    if (attempt > attempts_in_company) pause_after(attempt);
  }
  throw CannotWrite("Nothing was kept: too many others were writing the same.");
}

}  // namespace touchstone::sql
