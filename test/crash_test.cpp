#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <thread>

#include "demo.h"
#include "platform/http/testing.h"
#include "platform/json/flatten.h"
#include "platform/sql/history.h"
#include "platform/sql/testing.h"
#include "signin/testing.h"
#include "test/program.h"
#include "test/serving.h"

namespace touchstone::testing {
namespace {

namespace sql_testing = sql::testing;
using http::testing::Client;
using namespace std::chrono_literals;

std::vector<std::string> members(std::string_view json, std::string_view name) {
  std::vector<std::string> found;
  Complaints complaints;
  json::flatten(
      json,
      [&](const std::string& key, const std::optional<std::string>& value) {
        if (key == name) found.push_back(value.value_or(""));
      },
      complaints);
  EXPECT_TRUE(complaints.empty()) << json;
  return found;
}

// The nth save of a theme chooses this level.
std::string_view level_of(std::int64_t save) {
  return save % 2 == 0 ? "gold" : "bronze";
}

// A tutor with a score sheet, who saves one answer after the other and remembers which of them were
// acknowledged: the version of each theme counts its saves.
class Tutor {
 public:
  explicit Tutor(std::string token) : token_(std::move(token)) {}

  void begin_sheet(Client client) {
    const auto begun = with_token(client).post_json("/eastmere/self-assessments",
                                                    R"({"standard": "personal-tutoring@1.0"})");
    sheet_ = members(begun.body, "location").at(0);
    const auto sheet = client.get_json(sheet_).body;
    for (const auto& theme : members(sheet, "judgements.theme")) themes_.push_back({theme, 0});
    under_way_ = themes_.size();
  }

  // Until the server is gone.
  void save_and_save(Client client) {
    with_token(client);
    for (std::size_t i = 0;; i = (i + 1) % themes_.size()) {
      auto& [name, saved] = themes_[i];
      under_way_ = i;
      const auto json = R"({"level": ")" + std::string(level_of(saved + 1)) + R"(", "version": )" +
                        std::to_string(saved) + "}";
      int status = 0;
      try {
        status = client.post_json(sheet_ + "/judgements/" + name, json).status;
      } catch (const std::runtime_error&) {
      }
      if (status != 200) {
        EXPECT_EQ(status, 0) << "a save was refused";
        return;
      }
      ++saved;
      under_way_ = themes_.size();
    }
  }

  // Everything acknowledged is there; what was under way is there whole, or not at all.
  void check(Client client) {
    const auto sheet = with_token(client).get_json(sheet_).body;
    const auto levels = members(sheet, "judgements.level");
    const auto versions = members(sheet, "judgements.version");
    ASSERT_EQ(versions.size(), themes_.size()) << sheet;
    for (std::size_t i = 0; i < themes_.size(); ++i) {
      auto& [name, saved] = themes_[i];
      const auto version = std::stoll(versions[i]);
      if (i == under_way_ && version == saved + 1) ++saved;
      EXPECT_EQ(version, saved) << name << ": an acknowledged answer is lost";
      if (saved > 0) {
        EXPECT_EQ(levels[i], level_of(saved)) << name;
      }
    }
    under_way_ = themes_.size();
  }

  std::int64_t saves() const {
    std::int64_t sum = 0;
    for (const auto& theme : themes_) sum += theme.saved;
    return sum;
  }

 private:
  struct Theme {
    std::string name;
    std::int64_t saved;
  };
  Client& with_token(Client& client) const {
    client.cookies[std::string(http::session_cookie(false))] = token_;
    return client;
  }

  std::string token_;
  std::string sheet_;
  std::vector<Theme> themes_;
  std::size_t under_way_ = 0;  // which theme; behind the last: none
};

class Crashes : public sql_testing::OnBothDatabases {
 protected:
  Crashes() {
    const auto demo = fill_demo_world(database(), fresh().settings().directory);
    for (const auto& each : demo.people)
      if (each.role.starts_with("tutor") && tutors_.size() < 4)
        tutors_.emplace_back(signin::testing::begin_session(database(), each.person.email));
    keys_ = database().keys();
    fresh().close();
    options_ = {"--data", fresh().settings().directory.string()};
    if (on_postgres()) options_.insert(options_.end(), {"--database", fresh().settings().url});
  }

  // Four people save until the program is killed.
  void work_until_killed(Program& program, std::chrono::microseconds after) {
    std::vector<std::thread> all;
    for (auto& tutor : tutors_)
      all.emplace_back([&] { tutor.save_and_save({program.port(), keys_}); });
    std::this_thread::sleep_for(after);
    program.kill();
    for (auto& thread : all) thread.join();
  }
  void check_history() {
    fresh().reopen();
    read([&](sql::Read& read) { EXPECT_TRUE(sql::verify_history(read, keys_).empty()); });
    fresh().close();
  }

  std::vector<Tutor> tutors_;
  Keys keys_;
  std::vector<std::string> options_;
};
INSTANTIATE_ON_BOTH_DATABASES(Crashes);

TEST_P(Crashes, P1_of_the_whole_server_lose_no_answer_that_was_acknowledged) {
  const int kills = std::getenv("TOUCHSTONE_LONG") != nullptr ? 1'000 : 100;
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  {
    const Program program(serving(options_));
    for (auto& tutor : tutors_) tutor.begin_sheet({program.port(), keys_});
  }
  std::vector<std::chrono::milliseconds> starts;
  for (int i = 0; i < kills && !HasFailure(); ++i) {
    const auto begin = std::chrono::steady_clock::now();
    Program program(serving(options_));
    starts.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begin));
    for (auto& tutor : tutors_) tutor.check({program.port(), keys_});
    work_until_killed(program,
                      std::chrono::microseconds(std::uniform_int_distribution(0, 300'000)(random)));
    check_history();
  }
  std::int64_t saves = 0;
  for (const auto& tutor : tutors_) saves += tutor.saves();
  std::ranges::sort(starts);
  std::cout << kills << " kills, " << saves << " acknowledged answers, start-up at the middle "
            << starts[starts.size() / 2].count() << " ms, at most " << starts.back().count()
            << " ms\n";
  EXPECT_GT(saves, 0);
}

}  // namespace
}  // namespace touchstone::testing
