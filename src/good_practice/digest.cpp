#include "good_practice/digest.h"

#include <fmt/format.h>

namespace touchstone::good_practice {
namespace {

std::string line_text(const DigestLine& line) {
  return fmt::format("* {}{}\n  {}\n  {}\n  {}\n", line.title,
                     line.stand_out ? " (stands out, Grade 1)" : "", line.changed, line.by,
                     line.link);
}

}  // namespace

std::optional<std::chrono::year_month> month_from(std::string_view text) {
  const auto date = date_from_iso(std::string(text) + "-01");
  if (!date) return std::nullopt;
  return date->year() / date->month();
}

std::string to_text(std::chrono::year_month month) {
  return to_iso(month / std::chrono::day(1)).substr(0, 7);
}

std::string in_words(std::chrono::year_month month) {
  return to_words(month / std::chrono::day(1)).substr(2);
}

std::chrono::year_month month_of(Date date) {
  return date.year() / date.month();
}

Date first_working_day(std::chrono::year_month month) {
  Date day = month / std::chrono::day(1);
  if (month.month() == std::chrono::January) day = plus_days(day, 1);
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  if (weekday == std::chrono::Saturday) return plus_days(day, 2);
  return weekday == std::chrono::Sunday ? plus_days(day, 1) : day;
}

std::optional<std::chrono::year_month> month_to_mail(Date today) {
  constexpr int still_useful = 14;
  const auto since = days_between(first_working_day(month_of(today)), today);
  if (since < 0 || since >= still_useful) return std::nullopt;
  return month_of(today) - std::chrono::months(1);
}

std::string digest_text(std::string_view organisation, std::chrono::year_month month,
                        const std::vector<DigestLine>& lines) {
  auto text = fmt::format("Ideas that work at {}, {}\n\n", organisation, in_words(month));
  if (lines.empty()) return text + "Nothing new was shared in this month.\n";
  for (const auto& line : lines) text += line_text(line) + "\n";
  return text + "To try one, open it and press “I’ll try this”.\n";
}

std::string stand_out_text(std::chrono::year_month month, const std::vector<DigestLine>& lines) {
  auto text = fmt::format("What stands out (Grade 1), {}\n\n", in_words(month));
  bool any = false;
  for (const auto& line : lines) {
    if (!line.stand_out) continue;
    text += line_text(line) + "\n";
    any = true;
  }
  return any ? text : text + "Nothing in this month.\n";
}

}  // namespace touchstone::good_practice
