#pragma once
#include <cstddef>
#include <string>

#include "load.h"
#include "test/program.h"

namespace touchstone::bench {

using testing::Program;

// What one page costs somebody who asks for it again and again over one connection.
struct Paced {
  double first_ms = 0;
  double half_ms = 0;  // half of the later answers came within
  double most_ms = 0;  // 99 in 100 of them
  double cost_us = 0;  // of the server's processor, for each of them
  std::size_t bytes = 0;
};

// Asks once, and then for so many seconds. Throws std::runtime_error when the page is not there.
Paced ask_again(const Program& server, Clients& client, const std::string& request, double seconds);

}  // namespace touchstone::bench
