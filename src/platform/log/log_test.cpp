#include "platform/log/log.h"

#include <gtest/gtest.h>

#include <regex>
#include <string>

namespace touchstone::log {
namespace {

std::string logged(auto&& act) {
  ::testing::internal::CaptureStderr();
  act();
  return ::testing::internal::GetCapturedStderr();
}

TEST(Log, writes_one_line_with_the_time_in_utc_and_the_level) {
  const auto line = logged([] { warning("disk {} % full", 91); });
  EXPECT_TRUE(std::regex_match(
      line, std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warning disk 91 % full\n)")))
      << line;
}

TEST(Log, cannot_be_made_to_write_a_second_line) {
  const auto line = logged([] { info("name {}", "x\n2026 error forged\x1b[2J\r"); });
  EXPECT_NE(line.find(R"(x\x0a2026 error forged\x1b[2J\x0d)"), std::string::npos) << line;
}

TEST(Log, does_not_take_a_strangers_braces_for_its_own) {
  EXPECT_NE(logged([] { error("{}", "{0} {}"); }).find("error {0} {}"), std::string::npos);
}

TEST(Log, leaves_out_what_is_below_its_level) {
  EXPECT_EQ(logged([] { debug("quiet"); }), "");
  set_level(Level::error);
  EXPECT_EQ(logged([] { info("quiet"); }), "");
  EXPECT_FALSE(wanted(Level::warning));
  set_level(Level::info);
}

}  // namespace
}  // namespace touchstone::log
