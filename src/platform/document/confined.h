#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

// Programs of others, run where they can do no harm.
namespace touchstone::document {

struct Limits {
  std::chrono::milliseconds time{20'000};                // until it is ended
  std::size_t memory = std::size_t{1024} * 1024 * 1024;  // bytes of address space
  std::size_t output = std::size_t{32} * 1024 * 1024;    // bytes
};

enum class Trouble : std::uint8_t { no_sandbox, too_long, too_large, failed };
struct Failure {
  Trouble what;
  std::string detail;  // for the log: what the program said, cut short
};

// A file that the program finds at /given/<name>.
struct Given {
  std::string name;
  std::string bytes;
};

// Runs a program of /usr/bin with the input on its standard input, and gives what it wrote on its
// standard output. It sees /usr and the fonts, to read, and an empty /tmp; it has no network, no
// other processes, no environment of ours, no descriptors but its three. Whatever happens, nothing
// of it lives on afterwards. Waits for it: not for the I/O thread, nor inside a turn. Throws
// std::system_error when this process itself can open no more files or start nothing.
std::expected<std::string, Failure> run_confined(const std::vector<std::string>& command,
                                                 std::string_view input,
                                                 const std::vector<Given>& given,
                                                 const Limits& limits);

}  // namespace touchstone::document
