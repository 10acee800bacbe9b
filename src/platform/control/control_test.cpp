#include "platform/control/control.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <stdexcept>
#include <thread>

#include "platform/control/socket.h"
#include "platform/id.h"

namespace touchstone::control {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Control : public ::testing::Test {
 protected:
  Control() { fs::create_directories(folder); }
  ~Control() override { fs::remove_all(top); }
  const fs::path top = fs::temp_directory_path() / to_text(new_uuid());
  // Longer than the address of a socket may be.
  const fs::path folder = top / std::string(120, 'x');
};

TEST_F(Control, carries_arguments_input_and_answer_both_ways) {
  Call seen;
  const Listener listener(folder, [&](const Call& call) {
    seen = call;
    return Outcome{2, "out\n\"é\"", "err"};
  });
  const auto outcome = call(folder, {{"user", "add", "", "--name=Zoë\n"}, "/home", "pass\nword"});
  ASSERT_TRUE(outcome);
  EXPECT_THAT(seen.arguments, ElementsAre("user", "add", "", "--name=Zoë\n"));
  EXPECT_EQ(seen.directory, "/home");
  EXPECT_EQ(seen.input, "pass\nword");
  EXPECT_EQ(outcome->code, 2);
  EXPECT_EQ(outcome->out, "out\n\"é\"");
  EXPECT_EQ(outcome->err, "err");
}

TEST_F(Control, tells_when_nobody_listens) {
  EXPECT_FALSE(call(folder, {}));
  EXPECT_FALSE(call(folder / "missing", {}));
  {
    const Listener listener(folder, [](const Call&) { return Outcome{}; });
  }
  EXPECT_TRUE(fs::exists(folder / "control"));
  EXPECT_FALSE(call(folder, {})) << "a socket left over is nobody";
}

TEST_F(Control, takes_the_place_of_a_socket_left_over) {
  {
    const Listener listener(folder, [](const Call&) { return Outcome{1, "", ""}; });
  }
  const Listener listener(folder, [](const Call&) { return Outcome{0, "new", ""}; });
  EXPECT_EQ(call(folder, {})->out, "new");
}

TEST_F(Control, is_for_its_owner_only) {
  const Listener listener(folder, [](const Call&) { return Outcome{}; });
  struct stat about{};
  ASSERT_EQ(::stat((folder / "control").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
}

TEST_F(Control, tells_the_caller_what_went_wrong) {
  const Listener listener(
      folder, [](const Call&) -> Outcome { throw std::runtime_error("The roof leaks."); });
  EXPECT_EQ(call(folder, {})->code, 1);
  EXPECT_EQ(call(folder, {})->err, "The roof leaks.\n");
}

TEST_F(Control, outlives_callers_who_talk_nonsense_or_leave) {
  const Listener listener(folder, [](const Call&) { return Outcome{0, "fine", ""}; });
  {
    const auto leaves = connect_in(folder);
  }
  {
    const auto nonsense = connect_in(folder);
    send(nonsense, "{\"arguments\": [");
    EXPECT_THROW(receive(nonsense), std::runtime_error);
  }
  EXPECT_EQ(call(folder, {})->out, "fine");
}

TEST_F(Control, refuses_a_message_of_more_than_16_mib) {
  const Listener listener(folder, [](const Call&) { return Outcome{}; });
  EXPECT_THROW(call(folder, {{}, "", std::string(17 * 1024 * 1024, 'x')}), std::runtime_error);
}

TEST_F(Control, serves_many_at_once_one_after_another) {
  const Listener listener(folder, [](const Call& call) { return Outcome{0, call.input, ""}; });
  std::vector<std::jthread> callers;
  for (int i = 0; i < 6; ++i)
    callers.emplace_back([this, i] {
      const auto mine = std::string(100'000, static_cast<char>('a' + i));
      EXPECT_EQ(call(folder, {{}, "", mine})->out, mine);
    });
}

}  // namespace
}  // namespace touchstone::control
