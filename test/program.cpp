#include "test/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>

namespace touchstone::testing {
namespace {

std::uint16_t port_in(std::string_view text) {
  constexpr std::string_view before = "http://127.0.0.1:";
  const auto at = text.find(before);
  if (at == text.npos || text.find('\n', at) == text.npos) return 0;
  const auto digits = text.substr(at + before.size());
  std::uint16_t port = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return port;
}

}  // namespace

Program::Program(const std::vector<std::string>& options) {
  std::vector<std::string> words = {"touchstone",  "serve",       "--listen",
                                    "127.0.0.1:0", "--log-level", "error"};
  words.insert(words.end(), options.begin(), options.end());
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  const int failed =
      ::posix_spawn(&process_, TOUCHSTONE_BINARY, &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  output_ = ends[0];
  if (failed != 0) throw std::runtime_error("touchstone cannot be started");
  std::string said;
  std::array<char, 1024> piece{};
  while (port_ == 0) {
    const auto got = ::read(output_, piece.data(), piece.size());
    if (got <= 0) break;
    said.append(piece.data(), static_cast<std::size_t>(got));
    port_ = port_in(said);
  }
  if (port_ != 0) return;
  end(SIGKILL);
  throw std::runtime_error("touchstone did not start: " + said);
}

Program::~Program() {
  end(SIGTERM);
}

void Program::kill() {
  end(SIGKILL);
}

void Program::end(int signal) {
  if (process_ <= 0) return;
  ::kill(process_, signal);
  ::waitpid(process_, nullptr, 0);
  ::close(output_);
  process_ = 0;
}

}  // namespace touchstone::testing
