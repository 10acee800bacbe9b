#include "signin/session_store.h"

#include "signin/unkept_session.h"

namespace touchstone::signin {

std::optional<Session> session_of(sql::Read& read, const Digest& token_hash) {
  for (const auto& row : read.rows("SELECT account, started, seen, ends, one_time, deputy_ws, "
                                   "deputy FROM account_session WHERE token_hash = ?",
                                   token_hash))
    return Session{token_hash,
                   row.get<Id<people::Account>>(0),
                   row.get<Moment>(1),
                   row.get<Moment>(2),
                   row.get<Moment>(3),
                   row.get<bool>(4),
                   row.get<std::optional<Id<people::Workspace>>>(5),
                   row.get<std::optional<Id<people::Deputy>>>(6)};
  return std::nullopt;
}

std::int64_t sessions_alive(sql::Read& read, Id<people::Account> account, Moment now) {
  for (const auto& row :
       read.rows("SELECT count(*) FROM account_session WHERE account = ? AND ends > ? AND seen > ?",
                 account, now, now - idle_limit))
    return row.integer(0);
  return 0;
}

void begin(sql::Housekeeping& housekeeping, const Session& session) {
  housekeeping.execute(
      "INSERT INTO account_session (token_hash, account, started, seen, ends, one_time) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      session.token_hash, session.account, session.started, session.seen, session.ends,
      session.one_time);
}

void act_as(sql::Housekeeping& housekeeping, const Digest& token_hash,
            std::optional<Id<people::Workspace>> workspace,
            std::optional<Id<people::Deputy>> deputy) {
  housekeeping.execute("UPDATE account_session SET deputy_ws = ?, deputy = ? WHERE token_hash = ?",
                       workspace, deputy, token_hash);
}

void end(sql::Housekeeping& housekeeping, const Digest& token_hash) {
  housekeeping.execute("DELETE FROM account_session WHERE token_hash = ?", token_hash);
}

void end_all(sql::Housekeeping& housekeeping, Id<people::Account> account) {
  end_all_in_memory(account);
  housekeeping.execute("DELETE FROM account_session WHERE account = ?", account);
}

void note_seen(sql::Housekeeping& housekeeping, const Digest& token_hash, Moment seen) {
  housekeeping.execute("UPDATE account_session SET seen = ? WHERE token_hash = ? AND seen < ?",
                       seen, token_hash, seen);
}

void sweep_sessions(sql::Housekeeping& housekeeping, Moment now) {
  housekeeping.execute("DELETE FROM account_session WHERE ends <= ? OR seen <= ?", now,
                       now - idle_limit);
}

}  // namespace touchstone::signin
