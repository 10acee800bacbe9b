#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

// A disk in memory as SQLite's operating system layer. It remembers every step, so that a test can
// cut the power after any of them, and it can fail at any step.
namespace touchstone::sql::testing {

using Files = std::map<std::string, std::string>;

struct Step {
  enum class Kind : std::uint8_t { write, truncate, sync, mark };
  Kind kind;
  std::string file;
  std::int64_t number = 0;  // offset, size, or what was marked
  std::string bytes;
};

class Disk {
 public:
  explicit Disk(Files files = {});
  ~Disk();  // every connection must be closed
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  const char* vfs() const { return name_.c_str(); }
  Files files();                   // as running programs see them
  std::vector<Step> steps();       // so far
  void mark(std::int64_t number);  // remembers a moment among the steps

  // Called before each write, truncate or sync with its number, from 0; what it returns instead of
  // SQLITE_OK fails the step, after half of the bytes when it is a write.
  std::function<int(std::int64_t number, Step::Kind kind)> failure;

  // How often a connection that only reads took a lock that belongs to the one that writes.
  int trespasses() const { return trespasses_; }

 private:
  friend struct DiskCalls;
  struct File {
    std::string bytes;
    std::vector<std::vector<char>> shared;    // the log's index
    int shared_locks[SQLITE_SHM_NLOCK] = {};  // -1: exclusive, else how many hold it
    std::map<const void*, int> locks;
  };
  int step(Step step);

  std::string name_;
  sqlite3_vfs layer_{};
  std::mutex mutex_;
  std::map<std::string, File> files_;
  std::vector<Step> steps_;
  std::int64_t count_ = 0;
  int trespasses_ = 0;
};

// What a disk holds after a power cut: all that was synced, and of the rest any part.
class Wreck {
 public:
  explicit Wreck(Files durable) : durable_(std::move(durable)) {}
  void see(const Step& step);
  Files cut(std::mt19937& random) const;

 private:
  Files durable_;
  std::map<std::string, std::vector<Step>> waiting_;
};

}  // namespace touchstone::sql::testing
