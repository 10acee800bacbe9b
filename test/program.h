#pragma once
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace touchstone::testing {

// `touchstone serve` as a process of its own, on a free port of this machine.
class Program {
 public:
  // Returns when it answers. Throws std::runtime_error with what it said when it does not start.
  explicit Program(const std::vector<std::string>& options);
  ~Program();  // ends it as a terminal would
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  std::uint16_t port() const { return port_; }
  void kill();  // as a crash does: at once, whatever it is doing

 private:
  void end(int signal);

  pid_t process_ = 0;
  int output_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace touchstone::testing
