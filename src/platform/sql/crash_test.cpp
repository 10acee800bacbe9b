// A process that is killed while it writes: what it had acknowledged is there afterwards.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <random>
#include <set>
#include <thread>

#include "platform/sql/history.h"
#include "platform/sql/testing.h"

namespace touchstone::sql {
namespace {

using Clock = std::chrono::steady_clock;
const Uuid workspace{{1}};
constexpr const char* folder_variable = "TOUCHSTONE_CRASH_FOLDER";

std::string pair_name(std::int64_t key, char half) {
  return std::to_string(key) + half;
}

// Two rows and a line of history.
void put(Database& database, std::int64_t key) {
  testing::write(database, {.workspace = workspace}, [&](Write& write) {
    for (const char half : {'a', 'b'})
      write.execute("INSERT INTO note (ws, name, value) VALUES (?, ?, ?)", workspace,
                    pair_name(key, half), std::string(200, half));
    write.record({.noun = "note", .object = new_uuid(), .verb = "set", .change = "{}"});
  });
}

// Where the child says what was acknowledged; standard output belongs to the test framework.
constexpr int acknowledgements = 3;

// Writes for ever, and says each key when it is acknowledged.
void write_until_killed(const std::string& folder) {
  const auto database = Database::open({.directory = folder, .url = {}});
  testing::make_notes(*database);
  const auto start =
      std::chrono::system_clock::now().time_since_epoch() / std::chrono::microseconds(1);
  std::atomic<std::int64_t> next = start * 100;
  const auto work = [&] {
    for (;;) {
      const auto key = next++;
      put(*database, key);
      static_cast<void>(!::write(acknowledgements, &key, sizeof key));
    }
  };
  std::thread one(work);
  std::thread two(work);
  std::thread three(work);
  work();
}

// Another process of this program that does only that.
struct Child {
  pid_t process = 0;
  int output = -1;
};
Child start(const std::filesystem::path& folder) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  const pid_t process = ::fork();
  if (process == 0) {
    ::close(ends[0] == acknowledgements ? -1 : ends[0]);
    ::dup2(ends[1], acknowledgements);
    ::setenv(folder_variable, folder.c_str(), 1);
    ::execl("/proc/self/exe", "child", "--gtest_filter=Child.*", "--gtest_also_run_disabled_tests",
            "--gtest_brief=1", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[1]);
  return {process, ends[0]};
}

class Acknowledged {
 public:
  explicit Acknowledged(int input) : input_(input) {}
  bool read_some() {
    std::array<char, 4096> buffer{};
    const auto n = ::read(input_, buffer.data(), buffer.size());
    if (n > 0) bytes_.append(buffer.data(), static_cast<std::size_t>(n));
    return n > 0;
  }
  bool any() const { return !bytes_.empty(); }
  std::vector<std::int64_t> keys() const {
    std::vector<std::int64_t> keys(bytes_.size() / sizeof(std::int64_t));
    std::memcpy(keys.data(), bytes_.data(), keys.size() * sizeof(std::int64_t));
    return keys;
  }

 private:
  int input_;
  std::string bytes_;
};

// What an unlucky child acknowledged before it was killed.
std::vector<std::int64_t> run_and_kill(const std::filesystem::path& folder, std::mt19937& random) {
  const auto child = start(folder);
  Acknowledged acknowledged(child.output);
  while (!acknowledged.any() && acknowledged.read_some()) continue;
  std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
  ::kill(child.process, SIGKILL);
  while (acknowledged.read_some()) continue;
  ::close(child.output);
  int status = 0;
  ::waitpid(child.process, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
  return acknowledged.keys();
}

std::set<std::string> names_in(Database& database) {
  std::set<std::string> names;
  database.read([&](Read& read) {
    for (const auto& row : read.rows("SELECT name FROM note"))
      names.insert(row.get<std::string>(0));
  });
  return names;
}

int kills_wanted() {
  const char* told = std::getenv("TOUCHSTONE_KILLS");
  return told != nullptr ? std::atoi(told) : 100;
}

TEST(Crashes, P1_of_the_process_lose_nothing_that_was_acknowledged) {
  const testing::Folder folder;
  std::mt19937 random(1);
  std::set<std::string> wanted;
  for (int i = 0; i < kills_wanted() && !HasFailure(); ++i) {
    const auto keys = run_and_kill(folder.path(), random);
    EXPECT_FALSE(keys.empty());
    for (const auto key : keys) wanted.insert({pair_name(key, 'a'), pair_name(key, 'b')});
    const auto begin = Clock::now();
    const auto database = Database::open({.directory = folder.path(), .url = {}});
    EXPECT_LT(Clock::now() - begin, std::chrono::seconds(2));
    const auto names = names_in(*database);
    EXPECT_TRUE(std::ranges::includes(names, wanted)) << "kill " << i;
    EXPECT_EQ(names.size() % 2, 0U);
    database->read([&](Read& read) {
      EXPECT_TRUE(verify_history(read, database->keys()).empty());
      EXPECT_EQ(revision_of(read, workspace), static_cast<std::int64_t>(names.size() / 2));
    });
  }
}

TEST(Child, DISABLED_writes_until_it_is_killed) {
  if (const char* folder = std::getenv(folder_variable); folder != nullptr)
    write_until_killed(folder);
}

}  // namespace
}  // namespace touchstone::sql
