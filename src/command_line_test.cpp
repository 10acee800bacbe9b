#include "command_line.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "platform/id.h"

namespace touchstone {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

struct Told {
  int code = 0;
  std::string out;
  std::string err;
};

Told tell(const std::vector<std::string>& arguments, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err, fs::current_path()};
  const int code = run(arguments, terminal);
  return {code, out.str(), err.str()};
}

// `touchstone serve` as a process of its own.
class Serving {
 public:
  explicit Serving(const fs::path& data) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::string path = data.string();
    std::vector<std::string> words = {"touchstone", "serve",    "--data",
                                      path,         "--listen", "127.0.0.1:0"};
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int failed =
        ::posix_spawn(&process_, TOUCHSTONE_BINARY, &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) throw std::runtime_error("touchstone cannot be started");
    std::array<char, 200> line{};
    const auto length = ::read(ends[0], line.data(), line.size());
    first_words_.assign(line.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    ::close(ends[0]);
  }
  ~Serving() {
    if (process_ > 0) stop();
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  const std::string& first_words() const { return first_words_; }
  // The exit code.
  int stop() {
    ::kill(process_, SIGTERM);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t process_ = 0;
  std::string first_words_;
};

class CommandLine : public ::testing::Test {
 protected:
  CommandLine() { fs::create_directory(folder); }
  ~CommandLine() override { fs::remove_all(folder); }
  std::vector<std::string> on_data(std::vector<std::string> words) const {
    words.insert(words.end(), {"--data", folder.string()});
    return words;
  }
  const fs::path folder = fs::temp_directory_path() / ("command-line-" + to_text(new_uuid()));
};

TEST_F(CommandLine, helps_and_ends_with_0) {
  const auto help = tell({"--help"});
  EXPECT_EQ(help.code, 0);
  for (const auto* command :
       {"serve", "demo", "user", "standard", "score", "verify", "doctor", "version"})
    EXPECT_THAT(help.out, HasSubstr(command));
  EXPECT_EQ(tell({"user", "add", "--help"}).code, 0);
  EXPECT_THAT(tell({"serve", "--help"}).out, HasSubstr("TOUCHSTONE_PUBLIC_URL"));
  EXPECT_THAT(tell({"version"}).out, StartsWith("touchstone "));
}

TEST_F(CommandLine, ends_with_2_and_names_what_is_wrong) {
  const auto wrong = [](const std::vector<std::string>& arguments, const std::string& named) {
    const auto told = tell(arguments);
    EXPECT_EQ(told.code, 2) << named;
    EXPECT_THAT(told.err, HasSubstr(named));
    EXPECT_THAT(told.out, IsEmpty());
  };
  wrong({}, "subcommand");
  wrong({"dance"}, "dance");
  wrong({"user", "dance"}, "dance");
  wrong({"user", "add"}, "--email");
  wrong({"serve", "--listen", "8080"}, "--listen");
  wrong({"serve", "--workers", "many"}, "--workers");
  wrong({"user", "list", "--data", "/nowhere/at/all"}, "/nowhere/at/all");
}

TEST_F(CommandLine, ends_with_1_when_something_broke) {
  const auto told = tell(on_data({"user", "list", "--database", "postgresql:///?host=/nowhere"}));
  EXPECT_EQ(told.code, 1);
  EXPECT_THAT(told.err, Not(IsEmpty()));
}

TEST_F(CommandLine, serves_no_public_address_while_the_doctor_finds_something_wrong) {
  fs::permissions(folder, fs::perms::others_all, fs::perm_options::add);
  for (const std::vector<std::string>& others : {std::vector<std::string>{"--listen", "0.0.0.0:0"},
                                                 {"--public-url", "http://here.example"}}) {
    std::vector<std::string> words{"serve"};
    words.insert(words.end(), others.begin(), others.end());
    EXPECT_NE(tell(on_data(words)).code, 0) << others[1];
  }
  const auto told = tell(on_data({"serve", "--public-url", "https://touchstone.example"}));
  EXPECT_EQ(told.code, 1);
  EXPECT_THAT(told.err, HasSubstr("WRONG   data directory"));
  EXPECT_EQ(tell(on_data({"doctor"})).code, 1);
}

TEST_F(CommandLine, prints_the_secret_for_setting_up_as_long_as_nobody_has_an_account) {
  Serving first(folder);
  EXPECT_THAT(first.first_words(), HasSubstr("answers at http://127.0.0.1:"));
  EXPECT_THAT(first.first_words(), HasSubstr("/set-up with this secret: "));
  EXPECT_EQ(first.stop(), 0);
  ASSERT_EQ(tell(on_data({"demo"})).code, 0);
  EXPECT_THAT(Serving(folder).first_words(), Not(HasSubstr("secret")));
}

TEST_F(CommandLine, makes_the_demo_once) {
  const auto made = tell(on_data({"demo"}));
  EXPECT_EQ(made.code, 0) << made.err;
  EXPECT_THAT(made.out, StartsWith(R"({"people":[{"name":")"));
  EXPECT_EQ(tell(on_data({"demo"})).code, 2);
}

TEST_F(CommandLine, adds_and_disables_people_while_it_is_served) {
  ASSERT_EQ(tell(on_data({"demo"})).code, 0);
  Serving serving(folder);
  const auto added = tell(on_data({"user", "add", "--workspace", "eastmere", "--name", "Zoë Marsh",
                                   "--email", "zoe.marsh@eastmere.example", "--password-stdin"}),
                          "a long enough password, surely\n");
  EXPECT_EQ(added.code, 0) << added.err;
  EXPECT_THAT(tell(on_data({"user", "list"})).out, HasSubstr("Zoë Marsh"));
  EXPECT_EQ(tell(on_data({"user", "disable", "zoe.marsh@eastmere.example"})).code, 0);
  EXPECT_EQ(tell(on_data({"user", "disable", "nobody@eastmere.example"})).code, 2);
  EXPECT_EQ(tell(on_data({"demo"})).code, 1) << "needs the directory for itself";
  EXPECT_EQ(serving.stop(), 0);
  EXPECT_THAT(tell(on_data({"user", "list"})).out, HasSubstr("Zoë Marsh"));
}

TEST_F(CommandLine, misses_the_history_of_a_workspace_that_has_none) {
  ASSERT_EQ(tell(on_data({"demo"})).code, 0);
  sqlite3* database = nullptr;
  sqlite3_open((folder / "touchstone.db").c_str(), &database);
  sqlite3_exec(database, "DELETE FROM history; DELETE FROM history_head", nullptr, nullptr,
               nullptr);
  sqlite3_close(database);
  const auto empty = tell(on_data({"verify"}));
  EXPECT_EQ(empty.code, 1);
  EXPECT_THAT(empty.out, HasSubstr("The workspace has no history."));
}

TEST_F(CommandLine, serves_and_writes_nothing_with_other_keys_than_signed_the_history) {
  ASSERT_EQ(tell(on_data({"demo"})).code, 0);
  fs::rename(folder / "secrets", folder / "elsewhere");
  const auto refused = tell(on_data({"serve", "--listen", "127.0.0.1:0"}));
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("signed with the key"));
  EXPECT_NE(tell(on_data({"user", "add", "--email", "a@b.example", "--name", "A"})).code, 0);
  EXPECT_THAT(tell(on_data({"verify"})).out, HasSubstr("which is not known here"));
  fs::create_directory(folder / "retired-secrets");
  fs::rename(folder / "elsewhere", folder / "retired-secrets" / "first");
  EXPECT_EQ(tell(on_data({"verify"})).code, 0) << "the key was replaced on purpose";
}

TEST_F(CommandLine, verify_finds_a_count_of_score_sheets_that_is_not_what_they_come_to) {
  ASSERT_EQ(tell(on_data({"demo"})).code, 0);
  sqlite3* database = nullptr;
  sqlite3_open((folder / "touchstone.db").c_str(), &database);
  sqlite3_exec(database, "UPDATE spread SET people = people + 1 WHERE element = 'coaching'",
               nullptr, nullptr, nullptr);
  sqlite3_close(database);
  const auto found = tell(on_data({"verify"}));
  EXPECT_EQ(found.code, 1);
  EXPECT_THAT(found.out, HasSubstr("coaching"));
  EXPECT_THAT(found.err, HasSubstr("are not what the sheets come to"));
}

TEST_F(CommandLine, proves_the_history_and_finds_what_was_changed_behind_its_back) {
  ASSERT_EQ(tell(on_data({"demo"})).code, 0);
  const auto whole = tell(on_data({"verify"}));
  EXPECT_EQ(whole.code, 0) << whole.out;
  EXPECT_THAT(whole.out, HasSubstr("The history is whole: "));
  EXPECT_THAT(whole.out, ::testing::ContainsRegex("As they came: [0-9]+ files? of evidence"));
  for (const auto& entry : fs::directory_iterator(folder)) {
    sqlite3* database = nullptr;
    sqlite3_open(entry.path().c_str(), &database);
    sqlite3_exec(database, "UPDATE history SET verb = 'undone' WHERE n = 1", nullptr, nullptr,
                 nullptr);
    sqlite3_close(database);
  }
  EXPECT_EQ(tell(on_data({"verify"})).code, 1);
}

}  // namespace
}  // namespace touchstone
