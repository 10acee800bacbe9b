#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The malformed requests of test/malformed_http, for tests and fuzzers.
namespace touchstone::http::testing {

struct Case {
  std::string name;
  std::string bytes;
};

// Reads "must_refuse.txt" or "must_accept.txt" for a server on that port. Throws std::runtime_error
// when it is not there.
std::vector<Case> malformed_http(std::string_view file, std::uint16_t port);

}  // namespace touchstone::http::testing
