#pragma once
#include <string>
#include <vector>

#include "good_practice/gate_proof.h"

// What was shared in one month, as text to send or to paste (E-14).
namespace touchstone::good_practice {

// "2027-01"; empty for what is no month.
std::optional<std::chrono::year_month> month_from(std::string_view text);
std::string to_text(std::chrono::year_month month);
std::string in_words(std::chrono::year_month month);  // "January 2027"

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
