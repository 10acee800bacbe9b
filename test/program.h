#pragma once
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

// Programs beside this one, for tests and measurements from outside.
namespace touchstone::testing {

// A server as a process of its own, stopped at the end of its life. `words`: the program's file and
// what it is given.
class Program {
 public:
  // Returns when a line says "http://127.0.0.1:PORT". Throws std::runtime_error with what it said
  // when it ends before.
  explicit Program(const std::vector<std::string>& words);
  ~Program();  // ends it as a terminal would
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  std::uint16_t port() const { return port_; }
  void kill();  // as a crash does: at once, whatever it is doing

  double resident_megabytes() const;
  // The most that was resident since forget_peak().
  double peak_megabytes() const;
  void forget_peak() const;
  // What it has used of the processors so far.
  double processor_seconds() const;

 private:
  void end(int signal);

  pid_t process_ = 0;
  int output_ = -1;
  std::uint16_t port_ = 0;
};

// What a program prints that ends by itself. Throws std::runtime_error with it when it fails.
std::string output_of(const std::vector<std::string>& words);

}  // namespace touchstone::testing
