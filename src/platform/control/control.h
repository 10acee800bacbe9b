#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// How a command at the terminal reaches the program that has the data directory open: through the
// socket `control` in that directory, which only its owner and root may use.
namespace touchstone::control {

struct Call {
  std::vector<std::string> arguments;
  std::string directory;  // of the caller: what relative paths in the arguments start from
  std::string input;      // standard input, where the command reads it
};

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

// Empty when nobody listens there. Throws std::runtime_error when somebody does and the call fails.
std::optional<Outcome> call(const std::filesystem::path& data_directory, const Call& call);

// Answers calls one after another in a thread of its own, until it is destroyed. What `answer`
// throws is told to the caller, with code 1.
class Listener {
 public:
  using Answer = std::function<Outcome(const Call&)>;
  // Whoever listens must hold the lock of the data directory: a socket left over there is replaced.
  Listener(const std::filesystem::path& data_directory, Answer answer);
  ~Listener();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace touchstone::control
