#include "platform/date.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <stdexcept>

namespace touchstone {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::optional<unsigned> number(std::string_view digits) {
  for (const char digit : digits)
    if (digit < '0' || digit > '9') return std::nullopt;
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Looking a zone up is a binary search over names; the database itself is read once.
const date::time_zone& zone_called(std::string_view zone) {
  try {
    return *date::locate_zone(zone);
  } catch (const std::runtime_error&) {
    throw std::runtime_error(fmt::format("There is no time zone “{}”.", zone));
  }
}

// Milliseconds since 1970 as the clock on the wall shows them.
milliseconds on_the_wall(Moment moment, std::string_view zone) {
  return zone_called(zone).to_local(moment).time_since_epoch();
}

}  // namespace

Moment now() {
  return floor<milliseconds>(std::chrono::system_clock::now());
}

std::int64_t to_number(Moment moment) {
  return moment.time_since_epoch().count();
}

Moment moment_from_number(std::int64_t number_of_milliseconds) {
  return Moment(milliseconds(number_of_milliseconds));
}

std::string to_rfc3339(Moment moment) {
  const auto day = floor<days>(moment);
  const std::chrono::hh_mm_ss time(floor<std::chrono::seconds>(moment - day));
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(Date(day)), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::string to_iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Date> date_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                  std::chrono::day(*day));
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_words(Date date) {
  const auto month = static_cast<unsigned>(date.month());
  if (month < 1 || month > 12) return to_iso(date);
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), months[month - 1],
                     static_cast<int>(date.year()));
}

std::string to_clock(Moment moment, std::string_view zone) {
  const auto wall = on_the_wall(moment, zone);
  const std::chrono::hh_mm_ss time(wall - floor<days>(wall));
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

Date date_in(Moment moment, std::string_view zone) {
  return Date(sys_days(floor<days>(on_the_wall(moment, zone))));
}

bool is_zone(std::string_view zone) {
  try {
    return date::locate_zone(zone) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

Date plus_days(Date date, int number_of_days) {
  return Date(sys_days(date) + days(number_of_days));
}

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

}  // namespace touchstone
