#pragma once
#include <string>

#include "terminal.h"

namespace touchstone {

// What `touchstone score` was asked for.
struct Score {
  std::string file;      // "-": standard input
  std::string standard;  // "personal-tutoring@1.0", of the packs in the box
  std::string subject;   // "person" or "institution"
};

// Prints what the answers add up to as JSON. 0, or 2 with what is wrong on `err`.
int score(const Score& asked, Terminal& terminal);

}  // namespace touchstone
