#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace touchstone::bench {

// A server that this one starts, and stops at the end of its life.
class Program {
 public:
  // Returns when a line says "http://127.0.0.1:PORT". Throws std::runtime_error when it ends
  // before.
  explicit Program(const std::vector<std::string>& words);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  std::uint16_t port() const { return port_; }
  double resident_megabytes() const;
  // The most that was resident since forget_peak().
  double peak_megabytes() const;
  void forget_peak() const;
  // What it has used of the processors so far.
  double processor_seconds() const;

 private:
  pid_t id_ = -1;
  int output_ = -1;
  std::uint16_t port_ = 0;
};

// What a program prints that ends by itself. Throws when it fails.
std::string output_of(const std::vector<std::string>& words);

}  // namespace touchstone::bench
