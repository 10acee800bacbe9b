#include "test/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace touchstone::testing {
namespace {

struct Started {
  pid_t id;
  int output;
};

Started start(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  pid_t id = 0;
  const int failed =
      ::posix_spawn(&id, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed == 0) return {id, ends[0]};
  ::close(ends[0]);
  throw std::runtime_error(words.front() + " cannot be started");
}

// More of what the program prints; false at its end.
bool read_more(int output, std::string& text) {
  std::array<char, 4096> piece;
  const auto count = ::read(output, piece.data(), piece.size());
  if (count > 0) text.append(piece.data(), static_cast<std::size_t>(count));
  return count > 0;
}

std::uint16_t port_in(std::string_view text) {
  constexpr std::string_view before = "http://127.0.0.1:";
  const auto at = text.find(before);
  if (at == text.npos || text.find('\n', at) == text.npos) return 0;
  const auto digits = text.substr(at + before.size());
  std::uint16_t port = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return port;
}

double megabytes(pid_t id, std::string_view figure) {
  std::ifstream status("/proc/" + std::to_string(id) + "/status");
  for (std::string word; status >> word;)
    if (double kilobytes = 0; word == figure && status >> kilobytes) return kilobytes / 1024;
  throw std::runtime_error("no " + std::string(figure));
}

}  // namespace

Program::Program(const std::vector<std::string>& words) {
  const auto started = start(words);
  process_ = started.id;
  output_ = started.output;
  std::string said;
  while (port_ == 0 && read_more(output_, said)) port_ = port_in(said);
  if (port_ != 0) return;
  end(SIGKILL);
  throw std::runtime_error(words.front() + " did not start: " + said);
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

double Program::resident_megabytes() const {
  return megabytes(process_, "VmRSS:");
}

double Program::peak_megabytes() const {
  return megabytes(process_, "VmHWM:");
}

void Program::forget_peak() const {
  // proc(5), clear_refs: 5 sets the peak back to what is resident now.
  std::ofstream("/proc/" + std::to_string(process_) + "/clear_refs") << 5;
}

double Program::processor_seconds() const {
  std::ifstream stat("/proc/" + std::to_string(process_) + "/stat");
  std::string text;
  std::getline(stat, text);
  std::istringstream after(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int field = 3; field < 14; ++field) after >> skipped;
  double user = 0;
  double system = 0;
  after >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::string output_of(const std::vector<std::string>& words) {
  const auto [id, output] = start(words);
  std::string text;
  while (read_more(output, text)) continue;
  ::close(output);
  int status = 0;
  ::waitpid(id, &status, 0);
  if (status != 0) throw std::runtime_error(words.front() + " failed: " + text);
  return text;
}

}  // namespace touchstone::testing
