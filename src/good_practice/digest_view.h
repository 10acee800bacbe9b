#pragma once
#include <string>
#include <vector>

#include "good_practice/digest.h"
#include "good_practice/gate_proof.h"
#include "people/people.h"

namespace touchstone::good_practice {

// A month's digest of an organisation: what was shared in it for the first time and is on the list
// still, the earliest first, as everybody there may read it.
struct MonthlyDigest {
  std::chrono::year_month month{};
  std::vector<Listed> items{};
  std::vector<DigestLine> lines{};
};
// `site`: what links begin with, "https://touchstone.example".
MonthlyDigest monthly_digest(sql::Read& read, const people::Workspace& workspace,
                             std::chrono::year_month month, std::string_view site);

}  // namespace touchstone::good_practice
