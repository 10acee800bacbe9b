#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// A moment: UTC milliseconds since 1970.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;
// A calendar date without a zone.
using Date = std::chrono::year_month_day;

Moment now();  // the real clock: for sessions, tokens, jobs, ids and history
std::int64_t to_number(Moment moment);
Moment moment_from_number(std::int64_t milliseconds);

std::string to_rfc3339(Moment moment);                       // "2026-11-22T10:42:07Z"
std::string to_iso(Date date);                               // "2026-11-22"
std::optional<Date> date_from_iso(std::string_view text);    // only real dates, only this form
std::string to_words(Date date);                             // "22 November 2026"
std::string to_clock(Moment moment, std::string_view zone);  // "10:42" in that time zone
Date date_in(Moment moment,
             std::string_view zone);  // throws std::runtime_error for an unknown zone
bool is_zone(std::string_view zone);  // "Europe/London"
Date plus_days(Date date, int days);
int days_between(Date from, Date to);  // negative when `to` is earlier

}  // namespace touchstone
