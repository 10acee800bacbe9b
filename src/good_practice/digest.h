#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/date.h"

// What was shared in one month, as text to send or to paste (E-14).
namespace touchstone::good_practice {

// "2027-01"; empty for what is no month.
std::optional<std::chrono::year_month> month_from(std::string_view text);
std::string to_text(std::chrono::year_month month);
std::string in_words(std::chrono::year_month month);  // "January 2027"
std::chrono::year_month month_of(Date date);

// The first day from Monday to Friday, New Year's Day left out.
Date first_working_day(std::chrono::year_month month);
// The month whose digest goes out on that day: the one before, from its first working day on, for
// two weeks, should the program have stood still. Empty on other days.
std::optional<std::chrono::year_month> month_to_mail(Date today);

// One item as the digest tells it.
struct DigestLine {
  std::string title{};
  std::string changed{};
  std::string by{};  // without a name, unless its tutor agreed (E-25)
  std::string link{};
  bool stand_out = false;
};
std::string digest_text(std::string_view organisation, std::chrono::year_month month,
                        const std::vector<DigestLine>& lines);
// Only what stands out (Grade 1), for newsletters and network meetings.
std::string stand_out_text(std::chrono::year_month month, const std::vector<DigestLine>& lines);

}  // namespace touchstone::good_practice
