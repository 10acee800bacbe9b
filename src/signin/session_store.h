#pragma once
#include <cstdint>
#include <optional>

#include "platform/sql/turn.h"
#include "signin/session.h"

namespace touchstone::signin {

// Whatever its age.
std::optional<Session> session_of(sql::Read& read, const Digest& token_hash);
// How many are alive.
std::int64_t sessions_alive(sql::Read& read, Id<people::Account> account, Moment now);

void begin(sql::Housekeeping& housekeeping, const Session& session);
// From now on its owner acts as that deputy there; empty: for themselves again.
void act_as(sql::Housekeeping& housekeeping, const Digest& token_hash,
            std::optional<Id<people::Workspace>> workspace,
            std::optional<Id<people::Deputy>> deputy);
void end(sql::Housekeeping& housekeeping, const Digest& token_hash);
void end_all(sql::Housekeeping& housekeeping, Id<people::Account> account);
// Never back to an earlier moment.
void note_seen(sql::Housekeeping& housekeeping, const Digest& token_hash, Moment seen);
// Forgets sessions that are over.
void sweep_sessions(sql::Housekeeping& housekeeping, Moment now);

}  // namespace touchstone::signin
