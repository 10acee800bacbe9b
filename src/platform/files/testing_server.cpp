#include "platform/files/testing_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include "platform/files/sha256.h"

namespace touchstone::files::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds glance{20};
constexpr int glances = 3'000;

[[noreturn]] void become(const char* log, const std::vector<char*>& command) {
  const int output = ::open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::execvp(command[0], command.data());
  ::_exit(127);
}

pid_t spawn(const fs::path& log, std::vector<std::string> words) {
  std::vector<char*> command;
  command.reserve(words.size() + 1);
  for (auto& word : words) command.push_back(word.data());
  command.push_back(nullptr);
  const auto log_name = log.string();
  const pid_t child = ::fork();
  if (child == 0) become(log_name.c_str(), command);
  if (child < 0) throw std::runtime_error("Cannot start " + words[0]);
  return child;
}

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

Made make_file(const fs::path& folder, std::string_view bytes) {
  static std::atomic<int> made = 0;
  Made file{.path = folder / fmt::format("made-{}", ++made)};
  std::ofstream(file.path, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.hash = sha256_of(file.path);
  return file;
}

std::string letters(std::size_t n, unsigned seed) {
  std::mt19937 next(seed);
  std::string text(n, '\0');
  for (auto& letter : text) letter = static_cast<char>('a' + next() % 26);
  return text;
}

S3Server::S3Server() {
  start();
}

S3Server::~S3Server() {
  kill();
}

S3Settings S3Server::settings() const {
  return {.endpoint = "http://127.0.0.1:" + port_,
          .bucket = "files",
          .region = "us-east-1",
          .access_key = "S3RVER",
          .secret_key = "S3RVER"};
}

void S3Server::kill() {
  if (process_ == 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = 0;
}

void S3Server::start() {
  const auto script = fs::path(TOUCHSTONE_SOURCE) / "src/platform/files/testing_s3.mjs";
  const auto port = folder_.path() / "port";
  fs::remove(port);
  process_ = spawn(folder_.path() / "log",
                   {"node", "--openssl-legacy-provider", script.string(), folder_.path().string()});
  for (int n = 0; n < glances && !fs::exists(port); ++n) std::this_thread::sleep_for(glance);
  port_ = text_of(port);
  if (port_.empty())
    throw std::runtime_error("The S3 server of the tests does not start: " +
                             text_of(folder_.path() / "log"));
}

void S3Server::answer_instead(int times, int status, std::string_view body,
                              std::string_view location) {
  const auto headers = location.empty() ? "" : fmt::format("\"Location\": \"{}\"", location);
  const auto beside = folder_.path() / "instead.new";
  std::ofstream(beside) << fmt::format(
      R"({{"times": {}, "status": {}, "headers": {{{}}}, "body": "{}"}})", times, status, headers,
      body);
  fs::rename(beside, folder_.path() / "instead");
}

bool S3Server::still_answers_instead() const {
  return fs::exists(folder_.path() / "instead");
}

fs::path S3Server::object(std::string_view key) const {
  return folder_.path() / "data" / "files" / fmt::format("{}._S3rver_object", key);
}

}  // namespace touchstone::files::testing
