#pragma once
#include <memory>
#include <string>
#include <thread>

#include "platform/sql/postgres_connection.h"
#include "platform/sql/write_queue.h"

namespace touchstone::sql {

// The one connection of this process that writes. What waits is carried out together: one
// transaction, a savepoint for each body, one COMMIT, and only then the answers. Groups of all
// nodes on one database follow each other, so bodies never run beside one another.
class PostgresWriter {
 public:
  PostgresWriter(std::string url, int group);
  ~PostgresWriter();  // carries out what still waits
  PostgresWriter(const PostgresWriter&) = delete;
  PostgresWriter& operator=(const PostgresWriter&) = delete;

  // `done` must not throw. Neither it nor the body may wait for another write.
  void add(Database::Body body, Database::Done done);

 private:
  using Group = WriteQueue::Group;

  void work();
  void carry_out(Group& group);
  Ending try_all(Group& group);
  void run_one(Waiting& waiting);

  std::unique_ptr<PostgresConnection> connection_;
  WriteQueue queue_;
  std::thread thread_;
};

}  // namespace touchstone::sql
