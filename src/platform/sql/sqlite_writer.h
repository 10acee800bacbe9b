#pragma once
#include <atomic>
#include <memory>
#include <thread>

#include "platform/sql/sqlite_connection.h"
#include "platform/sql/write_queue.h"

namespace touchstone::sql {

// The one thread that writes and checkpoints. What waits is carried out together: one transaction,
// a savepoint for each body, one COMMIT, and only then the answers.
class SqliteWriter {
 public:
  // Checkpoints when the log has that many pages of 4 kB.
  SqliteWriter(std::unique_ptr<SqliteConnection> connection, int group, int pages_to_checkpoint);
  ~SqliteWriter();  // carries out what still waits
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;

  // `done` must not throw. Neither it nor the body may wait for another write.
  void add(Database::Body body, Database::Done done);
  bool can_write() const { return can_write_; }

 private:
  using Group = WriteQueue::Group;

  void work();
  void carry_out(Group& group);
  void run_all(Group& group);
  void run_one(Waiting& waiting);
  std::exception_ptr why_not_kept(const SqliteError& error, bool committing);
  void roll_back();
  void checkpoint_when_due();
  void checkpoint(int mode);
  void note_failed_fsync();

  std::unique_ptr<SqliteConnection> connection_;
  const int pages_to_checkpoint_;
  std::atomic<bool> can_write_ = true;
  WriteQueue queue_;
  std::thread thread_;
};

}  // namespace touchstone::sql
