#pragma once
#include <optional>
#include <span>
#include <vector>

#include "signin/session.h"
#include "signin/throttle.h"

// Sessions of people who sign in while nothing can be written, as on a full disk, for looking only,
// and those in the database of people who sign out then: in the memory of this process. Safe from
// any thread.
namespace touchstone::signin {

inline constexpr std::size_t most_unkept = 1'000;  // sessions, and tries that are remembered

// False when there are too many. The session ends half an hour after it started.
bool keep_in_memory(const Session& session);
std::optional<Session> session_in_memory(const Digest& token_hash, Moment now);
void end_in_memory(const Digest& token_hash);
void end_all_in_memory(Id<people::Account> account);

// A session in the database is over from now on, though that cannot be written yet.
void end_until_kept(const Digest& token_hash);
bool is_ended_until_kept(const Digest& token_hash);
// All of those, to be ended in the database; and then forgotten here.
std::vector<Digest> ended_until_kept();
void forget_ended(std::span<const Digest> token_hashes);

// The throttle of these: as that in the database, with its limit and window. Throttled, too, when
// there are too many failures to remember them all.
bool is_throttled_in_memory(std::span<const Tally> about, Moment now);
void note_failure_in_memory(std::span<const Tally> about, Moment now);

}  // namespace touchstone::signin
