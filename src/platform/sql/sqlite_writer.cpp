#include "platform/sql/sqlite_writer.h"

#include "platform/log/log.h"

namespace touchstone::sql {
namespace {

// How much longer the log may grow before a checkpoint waits for the readers, for a moment.
constexpr int patience = 16;

bool no_room(const SqliteError& error) {
  const int kind = error.code & 0xFF;
  return kind == SQLITE_FULL || kind == SQLITE_IOERR || kind == SQLITE_READONLY ||
         kind == SQLITE_NOMEM || kind == SQLITE_CANTOPEN;
}

std::exception_ptr cannot_write(const std::string& why) {
  return std::make_exception_ptr(CannotWrite("Nothing was kept: " + why));
}

// What the body threw, or CannotWrite when it is the disk's doing.
std::exception_ptr problem_of_body() {
  try {
    throw;
  } catch (const SqliteError& error) {
    return no_room(error) ? cannot_write(error.what()) : std::current_exception();
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

SqliteWriter::SqliteWriter(std::unique_ptr<SqliteConnection> connection, int group,
                           int pages_to_checkpoint)
    : connection_(std::move(connection)), pages_to_checkpoint_(pages_to_checkpoint), queue_(group) {
  thread_ = std::thread([this] { work(); });
}

SqliteWriter::~SqliteWriter() {
  queue_.close();
  thread_.join();
  // After a failed fsync the log stays as it is: a second try may succeed without the pages being
  // there.
  checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
}

void SqliteWriter::add(Database::Body body, Database::Done done) {
  queue_.add(std::move(body), std::move(done));
}

void SqliteWriter::work() {
  for (auto group = queue_.next(); !group.empty(); group = queue_.next()) {
    carry_out(group);
    for (auto& waiting : group) waiting.done(waiting.problem);
    checkpoint_when_due();
  }
}

// Fills in each one's problem; on return every body without one is durable, or was undone.
void SqliteWriter::carry_out(Group& group) {
  std::exception_ptr problem;
  bool committing = false;
  try {
    if (!can_write_)
      throw SqliteError(SQLITE_READONLY, "writing stopped when the disk failed; start again");
    connection_->execute("BEGIN IMMEDIATE", {});
    run_all(group);
    committing = true;
    connection_->execute("COMMIT", {});
  } catch (const SqliteError& error) {
    problem = why_not_kept(error, committing);
  }
  if (!problem) return;
  roll_back();
  for (auto& waiting : group)
    if (!waiting.problem) waiting.problem = problem;
}

void SqliteWriter::run_all(Group& group) {
  for (auto& waiting : group) run_one(waiting);
}

void SqliteWriter::run_one(Waiting& waiting) {
  connection_->execute("SAVEPOINT body", {});
  auto verdict = Verdict::undo;
  try {
    verdict = waiting.body(*connection_);
  } catch (...) {
    waiting.problem = problem_of_body();
  }
  connection_->end_turn();
  // A full disk may have ended the whole transaction, whatever the body made of it.
  if (!connection_->in_transaction()) throw SqliteError(SQLITE_FULL, "the disk is full or failing");
  if (connection_->fsync_failed()) throw SqliteError(SQLITE_IOERR_FSYNC, "the disk is failing");
  if (verdict == Verdict::undo) connection_->execute("ROLLBACK TO body", {});
  connection_->execute("RELEASE body", {});
}

std::exception_ptr SqliteWriter::why_not_kept(const SqliteError& error, bool committing) {
  note_failed_fsync();
  log::error("A group of writes was not kept: {}", error.what());
  // What a failed fsync was to make durable may be there after the next start, or not.
  if (committing && connection_->fsync_failed())
    return std::make_exception_ptr(OutcomeUnknown(std::string("The disk failed: ") + error.what()));
  return cannot_write(error.what());
}

void SqliteWriter::roll_back() {
  try {
    if (connection_->in_transaction()) connection_->execute("ROLLBACK", {});
  } catch (const SqliteError& error) {
    log::error("Rolling back: {}", error.what());
    can_write_ = false;
  }
}

// Here and not inside COMMIT, where SQLite would swallow the error of a failed fsync, and where
// people wait for it.
void SqliteWriter::checkpoint_when_due() {
  const int pages = connection_->pages_in_log();
  if (pages < pages_to_checkpoint_) return;
  checkpoint(pages / patience < pages_to_checkpoint_ ? SQLITE_CHECKPOINT_PASSIVE
                                                     : SQLITE_CHECKPOINT_RESTART);
}

void SqliteWriter::checkpoint(int mode) {
  if (!can_write_) return;
  try {
    connection_->checkpoint(mode);
  } catch (const SqliteError& error) {
    note_failed_fsync();
    log::error("Checkpoint: {}", error.what());
  }
}

void SqliteWriter::note_failed_fsync() {
  if (!connection_->fsync_failed() || !can_write_.exchange(false)) return;
  log::error("An fsync failed. Nothing more is written until the next start.");
}

}  // namespace touchstone::sql
