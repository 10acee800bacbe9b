#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/sql/turn.h"

// The chain of what happened in each workspace: mac_n = MAC(key, mac_{n-1} and the row).
// Write::finish appends to it.
namespace touchstone::sql {

// How many things happened in the workspace so far: changes with every write, and only then.
std::int64_t revision_of(Read& read, const Uuid& workspace);

// The end of one workspace's chain, as it is written to the log from time to time.
struct Head {
  Uuid workspace{};
  std::int64_t n = 0;
  Digest mac{};

  bool operator==(const Head&) const = default;
};
std::vector<Head> heads_of_history(Read& read);

struct HistoryProblem {
  Uuid workspace{};
  std::int64_t n = 0;  // the row; 0: the chain as a whole
  std::string what;    // a sentence
};

// What must be there, whatever the history says of itself.
struct Expected {
  // Heads that were logged earlier: they show a chain that was put back as a whole to an older
  // state.
  std::vector<Head> logged{};
  std::vector<Uuid> workspaces{};  // each has a history, or it was taken away as a whole
};
// Every row and head that is not as it was written. Empty when all is well.
std::vector<HistoryProblem> verify_history(Read& read, const Keys& keys,
                                           const Expected& expected = {});

// Why nothing may be written with these keys: the chains are signed with others. A sentence; empty
// when all is well, or there is no history yet.
std::optional<std::string> why_not_with(Read& read, const Keys& keys);

// Takes what changed away from these rows of the actor's workspace, and records that as a row of
// its own. The rows stay, and the chain whole; erasures themselves are never erased.
void erase_changes(Write& write, std::vector<std::int64_t> rows);

}  // namespace touchstone::sql
