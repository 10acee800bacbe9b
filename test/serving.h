#pragma once
#include <string>
#include <vector>

namespace touchstone::testing {

// The words that start `touchstone serve` on a free port of this machine, with these options.
inline std::vector<std::string> serving(const std::vector<std::string>& options) {
  std::vector<std::string> words = {TOUCHSTONE_BINARY, "serve",       "--listen",
                                    "127.0.0.1:0",     "--log-level", "error"};
  words.insert(words.end(), options.begin(), options.end());
  return words;
}

}  // namespace touchstone::testing
