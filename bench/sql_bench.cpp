// How fast either database answers: writes a second that are durable, and microseconds a point
// read.
//   sql_bench [--json FILE] [--postgres URL] [--seconds N]
// SQLite works in a folder of the current directory, so start it on the disk that is to be
// measured. PostgreSQL is measured when a URL of an empty database is given.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "options.h"
#include "platform/sql/database.h"

namespace {

using namespace touchstone;
using Clock = std::chrono::steady_clock;

constexpr int waiting = 64;

struct Measure {
  std::string name;
  double value;
  const char* unit;
};

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// A table of its own, whatever the program's are.
void make_notes(sql::Database& database) {
  database.write([](sql::Turn& turn) {
    turn.execute(
        "CREATE TABLE IF NOT EXISTS note (ws uuid NOT NULL, name TEXT NOT NULL, value TEXT NOT "
        "NULL, PRIMARY KEY (ws, name))",
        {});
    return sql::Verdict::keep;
  });
}

// A note and its line of history, as a page of the program would write it.
sql::Verdict write_note(sql::Turn& turn, const Keys& keys, const Uuid& workspace,
                        std::int64_t key) {
  sql::Write write(turn, {.workspace = workspace, .person = workspace});
  write.execute(
      "INSERT INTO note (ws, name, value) VALUES (?, ?, ?)"
      " ON CONFLICT (ws, name) DO UPDATE SET value = excluded.value",
      workspace, std::to_string(key % 1'000), "a value of some length, as people type it");
  write.record({.noun = "note", .object = workspace, .verb = "set", .change = "{\"a\":1}"});
  write.finish(keys);
  return sql::Verdict::keep;
}

// Keeps 64 writes waiting at any time, without a thread for each.
double writes_a_second(sql::Database& database, double seconds) {
  const auto workspace = new_uuid();
  std::atomic<std::int64_t> done = 0;
  std::latch finished(waiting);
  const auto begin = Clock::now();
  std::function<void()> again = [&] {
    database.write_later(
        [&, key = done.load()](sql::Turn& turn) {
          return write_note(turn, database.keys(), workspace, key);
        },
        [&](const std::exception_ptr& problem) {
          if (problem) std::rethrow_exception(problem);
          ++done;
          if (seconds_since(begin) < seconds)
            again();
          else
            finished.count_down();
        });
  };
  for (int i = 0; i < waiting; ++i) again();
  finished.wait();
  return static_cast<double>(done) / seconds_since(begin);
}

// The same with a thread for each, as a server on PostgreSQL has them; in one workspace, or each in
// its own.
double writes_a_second_by_threads(sql::Database& database, int threads, bool one_workspace,
                                  double seconds) {
  const auto shared = new_uuid();
  std::atomic<std::int64_t> done = 0;
  const auto begin = Clock::now();
  const auto work = [&] {
    const auto workspace = one_workspace ? shared : new_uuid();
    while (seconds_since(begin) < seconds) {
      database.write(
          [&](sql::Turn& turn) { return write_note(turn, database.keys(), workspace, done); });
      ++done;
    }
  };
  std::vector<std::jthread> all;
  for (int i = 0; i < threads; ++i) all.emplace_back(work);
  all.clear();
  return static_cast<double>(done) / seconds_since(begin);
}

double read_microseconds(sql::Database& database, double seconds) {
  const auto workspace = new_uuid();
  for (std::int64_t key = 0; key < 100; ++key)
    database.write(
        [&](sql::Turn& turn) { return write_note(turn, database.keys(), workspace, key); });
  std::int64_t reads = 0;
  std::size_t length = 0;
  const auto begin = Clock::now();
  for (; seconds_since(begin) < seconds; ++reads)
    database.read([&](sql::Read& read) {
      for (const auto& row : read.rows("SELECT value FROM note WHERE ws = ? AND name = ?",
                                       workspace, std::to_string(reads % 100)))
        length += row.text(0).size();
    });
  if (length == 0) throw std::runtime_error("nothing was read");
  return seconds_since(begin) * 1e6 / static_cast<double>(reads);
}

std::vector<Measure> measure_sqlite(double seconds) {
  std::vector<Measure> measures;
  const auto folder = std::filesystem::current_path() / "touchstone-sql-bench";
  for (const int group : {1, 64}) {
    std::filesystem::remove_all(folder);
    const auto database = sql::Database::open({.directory = folder, .url = {}, .group = group});
    make_notes(*database);
    measures.push_back({"sqlite, 64 waiting, groups of " + std::to_string(group),
                        writes_a_second(*database, seconds), "writes/s"});
    if (group == 64)
      measures.push_back({"sqlite, point read", read_microseconds(*database, seconds), "us"});
  }
  std::filesystem::remove_all(folder);
  return measures;
}

std::vector<Measure> measure_postgres(const std::string& url, double seconds) {
  std::vector<Measure> measures;
  const auto folder = std::filesystem::current_path() / "touchstone-sql-bench";
  for (const int threads : {1, 2, waiting}) {
    const auto database =
        sql::Database::open({.directory = folder, .url = url, .readers = threads});
    make_notes(*database);
    const auto count = std::to_string(threads);
    measures.push_back({"postgres, " + count + " threads, one workspace",
                        writes_a_second_by_threads(*database, threads, true, seconds), "writes/s"});
    measures.push_back({"postgres, " + count + " threads, a workspace each",
                        writes_a_second_by_threads(*database, threads, false, seconds),
                        "writes/s"});
    if (threads == 1)
      measures.push_back({"postgres, point read", read_microseconds(*database, seconds), "us"});
  }
  std::filesystem::remove_all(folder);
  return measures;
}

void print(const std::vector<Measure>& measures, const std::string& file) {
  std::string json = "{";
  for (const auto& [name, value, unit] : measures) {
    std::printf("%-48s %10.1f %s\n", name.c_str(), value, unit);
    json += (json.size() > 1 ? ", \"" : "\"") + name + ", " + unit + "\": " + std::to_string(value);
  }
  if (!file.empty()) std::ofstream(file) << json << "}\n";
}

}  // namespace

int main(int count, char** words) {
  const auto options = touchstone::bench::read_options(count, words);
  auto measures = measure_sqlite(options.seconds);
  if (!options.postgres.empty())
    for (auto& measure : measure_postgres(options.postgres, options.seconds))
      measures.push_back(std::move(measure));
  print(measures, options.json);
}
