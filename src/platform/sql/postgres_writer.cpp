#include "platform/sql/postgres_writer.h"

#include <chrono>

#include "platform/log/log.h"

namespace touchstone::sql {
namespace {

constexpr int attempts = 5;

// Full, read-only after a failover, failing, gone, or held too long by another node.
bool no_room(const PostgresError& error) {
  return is_away(error) || error.state == "25006" || error.state == "55P03";
}

std::exception_ptr as_problem(const PostgresError& error) {
  if (!no_room(error)) return std::make_exception_ptr(error);
  return std::make_exception_ptr(CannotWrite(std::string("Nothing was kept: ") + error.what()));
}

void fail(WriteQueue::Group& group, const std::exception_ptr& problem) {
  for (auto& waiting : group)
    if (!waiting.problem) waiting.problem = problem;
}

}  // namespace

PostgresWriter::PostgresWriter(std::string url, int group)
    : connection_(std::make_unique<PostgresConnection>(std::move(url))), queue_(group) {
  thread_ = std::thread([this] { work(); });
}

PostgresWriter::~PostgresWriter() {
  queue_.close();
  thread_.join();
}

void PostgresWriter::add(Database::Body body, Database::Done done) {
  queue_.add(std::move(body), std::move(done));
}

void PostgresWriter::work() {
  for (auto group = queue_.next(); !group.empty(); group = queue_.next()) {
    carry_out(group);
    for (auto& waiting : group) waiting.done(waiting.problem);
  }
}

// Fills in each one's problem; on return every body without one is durable, or was undone.
void PostgresWriter::carry_out(Group& group) {
  for (int attempt = 1;; ++attempt) {
    for (auto& waiting : group) waiting.problem = nullptr;
    try {
      const auto ending = try_all(group);
      if (ending == Ending::kept) return;
      if (ending == Ending::unknown) {
        log::error("PostgreSQL was lost while it committed.");
        return fail(group, std::make_exception_ptr(
                               OutcomeUnknown("PostgreSQL was lost while it committed.")));
      }
      if (attempt == attempts)
        return fail(group, std::make_exception_ptr(
                               CannotWrite("Nothing was kept: others write here by themselves.")));
    } catch (const PostgresError& error) {
      const auto first = connection_->problem().value_or(error);
      const bool passes = connection_->can_try_again() || first.state.empty();
      connection_->roll_back();
      if (!passes || attempt == attempts) {
        log::error("A group of writes was not kept: {}", first.what());
        return fail(group, as_problem(first));
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5) * (1 << attempt));
  }
}

Ending PostgresWriter::try_all(Group& group) {
  connection_->revive();
  connection_->begin_write();
  for (auto& waiting : group) run_one(waiting);
  return connection_->commit();
}

// Throws PostgresError when the whole group cannot go on.
void PostgresWriter::run_one(Waiting& waiting) {
  connection_->begin_turn();
  auto verdict = Verdict::undo;
  try {
    verdict = waiting.body(*connection_);
    if (verdict == Verdict::keep) connection_->keep_turn();
  } catch (const PostgresError& error) {
    waiting.problem = as_problem(error);
  } catch (...) {
    waiting.problem = std::current_exception();
  }
  // Behind a statement that failed, and that nobody has waited for, nothing is carried out.
  connection_->settle();
  // Whatever the body made of it.
  if (const auto& problem = connection_->problem()) {
    if (connection_->can_try_again()) throw PostgresError(*problem);
    if (!waiting.problem) waiting.problem = as_problem(*problem);
  }
  if (waiting.problem || verdict == Verdict::undo) connection_->undo_turn();
}

}  // namespace touchstone::sql
