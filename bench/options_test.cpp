#include "options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace touchstone::bench {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Options given(std::vector<const char*> words) {
  words.insert(words.begin(), "build/release/bench/some_bench");
  return options_in(static_cast<int>(words.size()), words.data(), {"--rounds"});
}

TEST(BenchOptions, are_read_and_have_values_without) {
  const auto options = given({"--json", "x.json", "--seconds", "0.5", "--rounds", "2"});
  EXPECT_EQ(options.json, "x.json");
  EXPECT_EQ(options.seconds, 0.5);
  EXPECT_EQ(options.rounds, 2);
  EXPECT_EQ(options.instead, "");
  EXPECT_EQ(given({}).seconds, 3);
}

TEST(BenchOptions, that_are_unknown_are_named_and_measure_nothing) {
  for (const auto* unknown : {"--sedonds", "-h", "fast", "--saves", ""}) {
    const auto options = given({"--json", "x.json", unknown, "1"});
    EXPECT_EQ(options.code, 2) << unknown;
    EXPECT_THAT(options.instead, HasSubstr("“" + std::string(unknown) + "”"));
  }
}

TEST(BenchOptions, without_their_value_say_what_they_take) {
  for (const auto* value : {"abc", "-1", "3s", ""}) {
    const auto options = given({"--seconds", value});
    EXPECT_EQ(options.code, 2) << value;
    EXPECT_THAT(options.instead, HasSubstr("--seconds takes a number above 0"));
  }
  EXPECT_THAT(given({"--json"}).instead, HasSubstr("--json takes FILE"));
}

TEST(BenchOptions, are_told_by_help) {
  const auto options = given({"--seconds", "1", "--help"});
  EXPECT_EQ(options.code, 0);
  EXPECT_THAT(options.instead,
              AllOf(HasSubstr("some_bench takes:\n"), HasSubstr("  --json FILE "),
                    HasSubstr("--rounds"), Not(HasSubstr("--saves")), Not(HasSubstr("build/"))));
}

}  // namespace
}  // namespace touchstone::bench
