#pragma once
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/sql/turn.h"

namespace touchstone::sql {

struct Settings {
  std::filesystem::path directory;  // the data directory; locked while open
  std::string url;                  // "postgresql://…", or empty for SQLite in the directory
  int readers = 2;                  // connections that read
  int group = 64;                   // how many waiting writes one commit may carry
};

enum class Verdict : std::uint8_t { keep, undo };

// A directory that another process holds.
struct Locked : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// The disk is full or failing: nothing of the turn was kept. After a failed fsync the database
// stays read-only until the next start.
struct CannotWrite : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// A database server that is away, or has no place for us just now: nothing was read.
struct CannotRead : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// The connection or the fsync failed at COMMIT: kept or not, nobody knows yet.
struct OutcomeUnknown : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The one door to either database.
class Database {
 public:
  // Opens it, brings its schema up to date, and proves it is not from a newer version. Throws
  // std::runtime_error with a sentence for the person at the terminal.
  static std::unique_ptr<Database> open(const Settings& settings);
  virtual ~Database() = default;

  // One consistent view, in the calling thread. Not inside another read: readers are few. Throws
  // CannotRead when PostgreSQL is away.
  virtual void read(const std::function<void(Read&)>& body) = 0;

  // Runs `body` in a savepoint of a transaction that it may share with others, and calls `done`
  // when the outcome is durable: with nothing, or with why it failed. `undo` rolls back what the
  // body did and is no failure. Bodies follow each other, whichever node they come from, and each
  // sees what those before it kept. A body may run more than once (when PostgreSQL was lost), so it
  // touches nothing but SQL and its own result. Both run on another thread, where nothing may wait.
  using Body = std::function<Verdict(Turn&)>;
  using Done = std::function<void(std::exception_ptr)>;
  void write_later(Body body, Done done);

  // The same, waiting for it. Throws what went wrong.
  void write(const Body& body);

  // False once a failed fsync has made it read-only, and when why_not_write says something.
  bool can_write() const { return !why_not_write_ && still_writes(); }
  // Why every write fails with CannotWrite, though reading works: the keys here are not those that
  // signed the history. A sentence.
  const std::optional<std::string>& why_not_write() const { return why_not_write_; }
  // Makes that file, which must not exist, a copy of the database as it is at one moment, and reads
  // the copy through. Others read and write meanwhile. Throws std::runtime_error, with a sentence
  // for the person at the terminal; always on PostgreSQL, which has tools of its own for this.
  virtual void copy_to(const std::filesystem::path& file) = 0;
  virtual std::string describe() const = 0;  // "SQLite 3.40.1", for the log and /readyz

  const Keys& keys() const { return keys_; }

 protected:
  virtual void queue(Body body, Done done) = 0;
  virtual bool still_writes() const = 0;

  Keys keys_;

 private:
  std::optional<std::string> why_not_write_;
  std::shared_ptr<void> lock_;  // of the directory; the last thing to go
};

}  // namespace touchstone::sql
