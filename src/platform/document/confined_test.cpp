#include "platform/document/confined.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "platform/document/listener_test.h"
#include "platform/id.h"

namespace touchstone::document {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

// Long enough for a machine that does much else at the same time.
const Limits patient{.time = 120s};

std::expected<std::string, Failure> script(const std::string& python,
                                           const Limits& limits = patient) {
  return run_confined({"python3", "-c", python}, "", {}, limits);
}

std::size_t open_descriptors() {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator{}));
}

TEST(Confined, gives_what_a_program_makes_of_its_input) {
  EXPECT_EQ(run_confined({"rev"}, "abc\n", {}, patient).value(), "cba\n");
  const std::string much(3'000'000, 'a');
  EXPECT_EQ(run_confined({"cat"}, much, {}, patient).value(), much);
}

TEST(Confined, finds_the_files_that_it_was_given) {
  EXPECT_EQ(
      run_confined({"cat", "/given/one", "/given/two"}, "", {{"one", "1"}, {"two", "2"}}, patient)
          .value(),
      "12");
}

TEST(Confined, reads_no_file_of_ours) {
  const auto ours = fs::temp_directory_path() / ("ours-" + to_text(new_uuid()));
  std::ofstream(ours) << "secret";
  for (const auto& name : {std::string("/etc/passwd"), ours.string(), std::string("/proc/1/maps")})
    EXPECT_EQ(run_confined({"cat", name}, "", {}, patient).error().what, Trouble::failed) << name;
  fs::remove(ours);
  EXPECT_EQ(script("import os; print(sorted(os.listdir('/')))").value(),
            "['bin', 'dev', 'etc', 'given', 'lib', 'lib64', 'tmp', 'usr', 'var']\n");
}

TEST(Confined, writes_nowhere_but_to_its_own_tmp) {
  for (const auto* place : {"/", "/usr/", "/etc/", "/given/"})
    EXPECT_FALSE(script(std::string("open('") + place + "new', 'w')")) << place;
  const auto temporary = "/tmp/new" + std::to_string(::getpid());
  EXPECT_TRUE(script("open('" + temporary + "', 'w')"));
  EXPECT_FALSE(fs::exists(temporary));
}

TEST(Confined, calls_nobody) {
  const testing::Listener listener;
  const auto call =
      "import socket\n"
      "socket.create_connection(('127.0.0.1', " +
      std::to_string(listener.port()) + "), 5).sendall(b'confined')";
  EXPECT_FALSE(script(call));
  EXPECT_FALSE(listener.heard("confined"));
}

TEST(Confined, knows_nothing_of_our_environment_and_descriptors) {
  ::setenv("TOUCHSTONE_SECRET", "secret", 1);
  const int inherited = ::dup(STDIN_FILENO);
  EXPECT_EQ(
      script("import os; print(sorted(k for k in os.environ if k not in ('PWD', 'LC_CTYPE')))")
          .value(),
      "['HOME', 'LANG', 'PATH']\n");
  EXPECT_EQ(script("import os\n"
                   "def there(n):\n"
                   "  try: os.fstat(n); return True\n"
                   "  except OSError: return False\n"
                   "print([n for n in range(200) if there(n)])")
                .value(),
            "[0, 1, 2]\n");
  ::close(inherited);
  ::unsetenv("TOUCHSTONE_SECRET");
}

TEST(Confined, ends_when_its_time_is_up_with_all_that_it_started) {
  const auto name = "9" + std::to_string(::getpid()) + "77";
  const auto result =
      script("import subprocess; subprocess.run(['sleep', '" + name + "'])", {.time = 700ms});
  EXPECT_EQ(result.error().what, Trouble::too_long);
  const auto still_there = [&] {
    for (const auto& process : fs::directory_iterator("/proc")) {
      std::ifstream file(process.path() / "cmdline");
      const std::string command{std::istreambuf_iterator<char>(file), {}};
      if (command.starts_with(std::string("sleep\0", 6) + name)) return true;
    }
    return false;
  };
  for (int i = 0; i < 2400 && still_there(); ++i) ::usleep(50'000);
  EXPECT_FALSE(still_there());
}

TEST(Confined, ends_when_its_time_is_up_though_it_says_that_it_is_done) {
  const auto begin = std::chrono::steady_clock::now();
  const auto result =
      script("import os, time; os.close(1); os.close(2); time.sleep(600)", {.time = 700ms});
  EXPECT_EQ(result.error().what, Trouble::too_long);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 15s);
}

TEST(Confined, ends_when_it_writes_without_end) {
  const auto result = run_confined({"yes"}, "", {}, {.time = 120s, .output = 100'000});
  EXPECT_EQ(result.error().what, Trouble::too_large);
}

TEST(Confined, gets_no_more_memory_than_it_may_have) {
  const std::size_t little = std::size_t{256} * 1024 * 1024;
  EXPECT_TRUE(script("len(bytearray(10_000_000))", {.time = 120s, .memory = little}));
  const auto result = script("len(bytearray(300_000_000))", {.time = 120s, .memory = little});
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().detail.contains("MemoryError")) << result.error().detail;
}

TEST(Confined, says_why_a_program_failed_and_not_at_length) {
  const auto result = script("import sys; sys.exit('no such colour' + 'x' * 1_000_000)");
  EXPECT_EQ(result.error().what, Trouble::failed);
  EXPECT_TRUE(result.error().detail.starts_with("no such colour"));
  EXPECT_LT(result.error().detail.size(), 5000U);
}

TEST(Confined, tells_a_sandbox_that_cannot_be_made_from_a_program_that_fails) {
  const auto no_place = run_confined({"true"}, "", {{"", "a file without a name"}}, patient);
  EXPECT_EQ(no_place.error().what, Trouble::no_sandbox) << no_place.error().detail;
  EXPECT_EQ(run_confined({"no-such-program"}, "", {}, patient).error().what, Trouble::failed);
}

TEST(Confined, leaves_no_descriptor_behind) {
  const auto before = open_descriptors();
  run_confined({"true"}, "x", {{"a", "b"}}, patient).value();
  EXPECT_FALSE(run_confined({"false"}, "", {}, patient));
  EXPECT_FALSE(run_confined({"sleep", "100"}, "", {}, {.time = 100ms}));
  EXPECT_EQ(open_descriptors(), before);
}

}  // namespace
}  // namespace touchstone::document
