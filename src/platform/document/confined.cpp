#include "platform/document/confined.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "platform/descriptor.h"

namespace touchstone::document {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_detail = 2000;
constexpr int first_given = 3;  // the descriptor of the first Given, in the child

[[noreturn]] void fail(const char* what, int code = errno) {
  throw std::system_error(code, std::generic_category(), what);
}

// High enough that none of the child's own numbers is overwritten before it was copied.
Descriptor moved_up(int number) {
  if (number < 0) fail("no descriptor");
  const int high = ::fcntl(number, F_DUPFD_CLOEXEC, 100);
  const int code = errno;
  ::close(number);
  if (high < 0) fail("no descriptor", code);
  return Descriptor(high);
}

Descriptor in_memory(std::string_view bytes) {
  auto file = moved_up(::memfd_create("given", MFD_CLOEXEC));
  while (!bytes.empty()) {
    const auto written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail("no memory for a file");
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::lseek(file.number(), 0, SEEK_SET) != 0) fail("no memory for a file");
  return file;
}

struct Pipe {
  Pipe() : Pipe(ends()) {}
  Descriptor out;
  Descriptor in;

 private:
  explicit Pipe(std::array<int, 2> ends) : out(moved_up(ends[0])), in(moved_up(ends[1])) {}
  static std::array<int, 2> ends() {
    std::array<int, 2> made{};
    if (::pipe2(made.data(), O_CLOEXEC) != 0) fail("no pipe");
    return made;
  }
};

std::vector<std::string> sandbox(const std::vector<Given>& given) {
  std::vector<std::string> words = {"bwrap",         "--unshare-user-try", "--unshare-ipc",
                                    "--unshare-pid", "--unshare-uts",      "--unshare-cgroup-try",
                                    "--unshare-net", "--die-with-parent",  "--new-session"};
  const auto add = [&](std::initializer_list<const char*> more) {
    words.insert(words.end(), more.begin(), more.end());
  };
  add({"--cap-drop", "ALL", "--clearenv"});
  add({"--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/tmp", "--setenv", "LANG", "C.UTF-8"});
  add({"--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin"});
  add({"--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"});
  add({"--ro-bind-try", "/etc/fonts", "/etc/fonts"});
  add({"--ro-bind-try", "/etc/alternatives", "/etc/alternatives"});
  add({"--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"});
  add({"--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig"});
  add({"--dev-bind", "/dev/null", "/dev/null", "--dev-bind", "/dev/urandom", "/dev/urandom"});
  add({"--size", "268435456", "--tmpfs", "/tmp", "--dir", "/given", "--chdir", "/tmp"});
  int next = first_given;
  for (const auto& file : given) {
    words.insert(words.end(), {"--ro-bind-data", std::to_string(next), "/given/" + file.name});
    ++next;
  }
  words.emplace_back("--remount-ro");
  words.emplace_back("/");
  words.emplace_back("--");
  return words;
}

std::vector<std::string> whole_command(const std::vector<std::string>& command,
                                       const std::vector<Given>& given, const Limits& limits) {
  auto words = sandbox(given);
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.time).count();
  words.insert(
      words.end(),
      {"/usr/bin/prlimit", fmt::format("--as={}", limits.memory), fmt::format("--cpu={}", seconds),
       fmt::format("--fsize={}", limits.output), "--core=0", "--nofile=256", "--"});
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

// A child that is ended and collected, whatever happens.
class Child {
 public:
  Child(std::vector<std::string> words, const std::vector<int>& descriptors) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
    char* const environment[] = {path.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    int next = 0;
    for (const int descriptor : descriptors)
      posix_spawn_file_actions_adddup2(&actions, descriptor, next++);
    posix_spawn_file_actions_addclosefrom_np(&actions, next);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // The threads of a server have signals blocked; a child that inherits that hears none.
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int code = ::posix_spawn(&pid_, "/usr/bin/bwrap", &actions, &attributes, arguments.data(),
                                   environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) pid_ = -1;
    if (code != 0 && code != ENOENT && code != EACCES) fail("nothing can be started", code);
  }
  ~Child() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  bool started() const { return pid_ >= 0; }
  // Whether it ended before that.
  bool ends_before(Clock::time_point deadline) const {
    // The C library's own declaration of it lacks extern "C".
    const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    if (!process.open()) fail("no descriptor of a process");
    for (;;) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
      if (left.count() <= 0) return false;
      pollfd ended{process.number(), POLLIN, 0};
      const int n = ::poll(&ended, 1, static_cast<int>(left.count()));
      if (n < 0 && errno != EINTR) fail("poll");
      if (n > 0) return true;
    }
  }
  // Whether it ended by itself, and well.
  bool wait() {
    int status = -1;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t pid_ = -1;
};

// One of the two pipes that the child writes to.
struct Stream {
  Descriptor& from;
  std::string bytes{};
  std::size_t most;
  bool full = false;
  bool open = true;

  void take() {
    std::array<char, 65536> piece{};
    const auto got = ::read(from.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) {
      open = false;
      return;
    }
    const auto room = most - bytes.size();
    full = full || static_cast<std::size_t>(got) > room;
    bytes.append(piece.data(), std::min(static_cast<std::size_t>(got), room));
  }
};

// False when the time was up before both were closed, or the first was full.
bool read_both(Stream& out, Stream& err, Clock::time_point deadline) {
  while (out.open || err.open) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0 || out.full) return false;
    std::array<pollfd, 2> wanted{{{out.open ? out.from.number() : -1, POLLIN, 0},
                                  {err.open ? err.from.number() : -1, POLLIN, 0}}};
    if (::poll(wanted.data(), wanted.size(), static_cast<int>(left.count())) < 0 && errno != EINTR)
      fail("poll");
    if (wanted[0].revents != 0) out.take();
    if (wanted[1].revents != 0) err.take();
  }
  return !out.full;
}

}  // namespace

std::expected<std::string, Failure> run_confined(const std::vector<std::string>& command,
                                                 std::string_view input,
                                                 const std::vector<Given>& given,
                                                 const Limits& limits) {
  const auto deadline = Clock::now() + limits.time;
  std::vector<Descriptor> files;
  files.push_back(in_memory(input));
  for (const auto& file : given) files.push_back(in_memory(file.bytes));
  Pipe out;
  Pipe err;
  std::vector<int> descriptors{files.front().number(), out.in.number(), err.in.number()};
  for (std::size_t i = 1; i < files.size(); ++i) descriptors.push_back(files[i].number());
  Child child(whole_command(command, given, limits), descriptors);
  if (!child.started())
    return std::unexpected(Failure{Trouble::no_sandbox, "bwrap is not installed"});
  out.in = Descriptor();
  err.in = Descriptor();
  Stream written{.from = out.out, .most = limits.output};
  Stream said{.from = err.out, .most = longest_detail};
  if (!read_both(written, said, deadline))
    return std::unexpected(
        Failure{written.full ? Trouble::too_large : Trouble::too_long, std::move(said.bytes)});
  if (!child.ends_before(deadline))
    return std::unexpected(Failure{Trouble::too_long, std::move(said.bytes)});
  if (child.wait()) return std::move(written.bytes);
  const bool unconfined = said.bytes.starts_with("bwrap: ");
  return std::unexpected(
      Failure{unconfined ? Trouble::no_sandbox : Trouble::failed, std::move(said.bytes)});
}

}  // namespace touchstone::document
