#pragma once
#include <cstdint>
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

// Every row and head that is not as it was written. Heads that were logged earlier, when given,
// show a chain that was put back as a whole to an older state. Empty when all is well.
std::vector<HistoryProblem> verify_history(Read& read, const Keys& keys,
                                           const std::vector<Head>& logged = {});

}  // namespace touchstone::sql
