#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::good_practice {

struct DigestSent {
  Moment at{};
  std::int64_t people = 0;
};
// When the digest of that month ("2027-01") was mailed.
std::optional<DigestSent> digest_sent(sql::Read& read, const Uuid& workspace,
                                      std::string_view month);
// By the actor, who may be nobody. False when it was before.
bool note_digest(sql::Write& write, std::string_view month, std::int64_t people, Moment at);

// Whether somebody wants it by mail; nobody gets it who has not said so.
bool wants_digest(sql::Read& read, const Uuid& workspace, Id<people::Person> person);
void want_digest(sql::Write& write, Id<people::Person> person, bool wanted, Moment at);
// Those who want it and whose access is open.
std::vector<people::Person> digest_readers(sql::Read& read, const Uuid& workspace);

}  // namespace touchstone::good_practice
