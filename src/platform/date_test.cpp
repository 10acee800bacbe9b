#include "platform/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace touchstone {
namespace {

using namespace std::chrono_literals;

Moment at(Date date, std::chrono::milliseconds time) {
  return std::chrono::sys_days(date) + time;
}

auto any_date() {
  return Date(std::chrono::sys_days(std::chrono::days(*rc::gen::inRange(-25'000, 100'000))));
}

TEST(Date, is_read_only_when_it_is_real_and_written_in_full) {
  EXPECT_EQ(date_from_iso("2024-02-29"), Date(2024y / 2 / 29));
  for (const auto* text : {"2023-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
                           "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-1",
                           "2026-01-0x", "+026-01-01", "", "2100-02-29"})
    EXPECT_FALSE(date_from_iso(text)) << text;
  EXPECT_TRUE(date_from_iso("2000-02-29"));
}

TEST(Date, is_told_in_words) {
  EXPECT_EQ(to_words(2026y / 11 / 22), "22 November 2026");
}

TEST(Date, counts_over_leap_days) {
  EXPECT_EQ(plus_days(2024y / 2 / 28, 1), Date(2024y / 2 / 29));
  EXPECT_EQ(plus_days(2023y / 2 / 28, 1), Date(2023y / 3 / 1));
  EXPECT_EQ(days_between(2024y / 2 / 28, 2024y / 3 / 1), 2);
  EXPECT_EQ(days_between(2024y / 3 / 1, 2024y / 2 / 28), -2);
}

TEST(Moment, is_written_in_utc_to_the_second) {
  EXPECT_EQ(to_rfc3339(at(2026y / 11 / 22, 10h + 42min + 7s + 999ms)), "2026-11-22T10:42:07Z");
  EXPECT_EQ(to_rfc3339(moment_from_number(-1)), "1969-12-31T23:59:59Z");
}

TEST(Moment, follows_the_clock_when_summer_time_begins_and_ends) {
  const auto spring = at(2027y / 3 / 28, 1h);  // 01:00 GMT becomes 02:00 BST
  EXPECT_EQ(to_clock(spring - 1min, "Europe/London"), "00:59");
  EXPECT_EQ(to_clock(spring, "Europe/London"), "02:00");
  const auto autumn = at(2026y / 10 / 25, 1h);  // 02:00 BST becomes 01:00 GMT
  EXPECT_EQ(to_clock(autumn - 1min, "Europe/London"), "01:59");
  EXPECT_EQ(to_clock(autumn, "Europe/London"), "01:00");
}

TEST(Moment, belongs_to_the_day_of_its_zone) {
  const auto late = at(2026y / 6 / 30, 23h + 30min);
  EXPECT_EQ(date_in(late, "Europe/London"), Date(2026y / 7 / 1));
  EXPECT_EQ(date_in(late, "UTC"), Date(2026y / 6 / 30));
  EXPECT_EQ(date_in(late, "America/New_York"), Date(2026y / 6 / 30));
  EXPECT_EQ(date_in(late, "Pacific/Kiritimati"), Date(2026y / 7 / 1));
}

TEST(Zone, is_known_or_refused_with_its_name) {
  EXPECT_TRUE(is_zone("Europe/London"));
  for (const auto* zone : {"", "Europe", "Europe/Eastmere", "../etc/passwd", "europe/london"})
    EXPECT_FALSE(is_zone(zone)) << zone;
  try {
    date_in(now(), "Europe/Eastmere");
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "There is no time zone “Europe/Eastmere”.");
  }
}

RC_GTEST_PROP(Date, iso_text_leads_back_to_the_same_date, ()) {
  const auto date = any_date();
  RC_ASSERT(date_from_iso(to_iso(date)) == date);
}

RC_GTEST_PROP(Date, adding_days_and_counting_them_agree, ()) {
  const auto date = any_date();
  const auto days = *rc::gen::inRange(-20'000, 20'000);
  RC_ASSERT(days_between(date, plus_days(date, days)) == days);
}

RC_GTEST_PROP(Date, a_later_moment_is_never_on_an_earlier_day, ()) {
  const auto moment = moment_from_number(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000));
  const auto later = moment + std::chrono::minutes(*rc::gen::inRange(0, 10'000));
  const auto* zone = *rc::gen::element("Europe/London", "America/New_York", "Australia/Lord_Howe");
  RC_ASSERT(days_between(date_in(moment, zone), date_in(later, zone)) >= 0);
}

RC_GTEST_PROP(Moment, number_leads_back_to_the_same_moment, ()) {
  const auto number = *rc::gen::inRange<std::int64_t>(-4'000'000'000'000, 4'000'000'000'000);
  RC_ASSERT(to_number(moment_from_number(number)) == number);
}

}  // namespace
}  // namespace touchstone
