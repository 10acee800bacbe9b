#pragma once
#include <optional>
#include <string>

#include "good_practice/gate_proof.h"

namespace touchstone::good_practice {

struct DigestSent {
  Moment at{};
  std::int64_t people = 0;
};
// When the digest of that month ("2027-01") was mailed.
std::optional<DigestSent> digest_sent(sql::Read& read, const Uuid& workspace,
                                      std::string_view month);
// False when it was before.
bool note_digest(sql::Write& write, const Validator& by, std::string_view month,
                 std::int64_t people, Moment at);

}  // namespace touchstone::good_practice
