#include "platform/jobs/job_store.h"

namespace touchstone::jobs {

Uuid enqueue(sql::Housekeeping& housekeeping, const Uuid& workspace, std::string_view kind,
             std::string_view payload, Moment run_at) {
  const auto id = new_uuid();
  housekeeping.execute(
      "INSERT INTO job (ws, id, kind, payload, run_at, attempts) VALUES (?, ?, ?, ?, ?, 0)",
      workspace, id, kind, payload, run_at);
  return id;
}

Uuid enqueue(sql::Write& write, std::string_view kind, std::string_view payload, Moment run_at) {
  auto housekeeping = write.housekeeping();
  return enqueue(housekeeping, write.actor().workspace, kind, payload, run_at);
}

bool is_any_after(sql::Read& read, std::string_view kind, Moment moment) {
  auto rows =
      read.rows("SELECT 1 FROM job WHERE failed_at IS NULL AND kind = ? AND run_at > ? LIMIT 1",
                kind, moment);
  return rows.next() != nullptr;
}

bool is_any_due(sql::Read& read, Moment now) {
  auto rows = read.rows(
      "SELECT 1 FROM job WHERE failed_at IS NULL AND run_at <= ?"
      " AND (leased_until IS NULL OR leased_until <= ?) LIMIT 1",
      now, now);
  return rows.next() != nullptr;
}

std::optional<Job> take_due(sql::Housekeeping& housekeeping, Moment now, Moment leased_until) {
  std::optional<Job> job;
  for (const auto& row : housekeeping.rows(
           "SELECT ws, id, kind, payload, attempts FROM job WHERE failed_at IS NULL AND run_at <= ?"
           " AND (leased_until IS NULL OR leased_until <= ?) ORDER BY run_at, id LIMIT 1"
           " {for_update} {skip_locked}",
           now, now))
    job = Job{.id = row.uuid(1),
              .workspace = row.uuid(0),
              .kind = row.get<std::string>(2),
              .payload = row.get<std::string>(3),
              .attempt = row.get<int>(4) + 1};
  if (job)
    housekeeping.execute("UPDATE job SET attempts = ?, leased_until = ? WHERE ws = ? AND id = ?",
                         job->attempt, leased_until, job->workspace, job->id);
  return job;
}

void finish(sql::Housekeeping& housekeeping, const Job& job) {
  housekeeping.execute("DELETE FROM job WHERE ws = ? AND id = ? AND attempts = ?", job.workspace,
                       job.id, job.attempt);
}

void put_off(sql::Housekeeping& housekeeping, const Job& job, std::string_view problem,
             Moment run_at) {
  housekeeping.execute(
      "UPDATE job SET leased_until = NULL, problem = ?, run_at = ?"
      " WHERE ws = ? AND id = ? AND attempts = ?",
      problem, run_at, job.workspace, job.id, job.attempt);
}

void give_up(sql::Housekeeping& housekeeping, const Job& job, std::string_view problem, Moment at) {
  housekeeping.execute(
      "UPDATE job SET leased_until = NULL, problem = ?, failed_at = ?"
      " WHERE ws = ? AND id = ? AND attempts = ?",
      problem, at, job.workspace, job.id, job.attempt);
}

void forget_given_up(sql::Write& write, std::string_view kind) {
  write.execute("DELETE FROM job WHERE kind = ? AND failed_at IS NOT NULL", kind);
}

std::int64_t dead_jobs(sql::Read& read) {
  auto rows = read.rows("SELECT count(*) FROM job WHERE failed_at IS NOT NULL");
  return rows.next()->integer(0);
}

}  // namespace touchstone::jobs
