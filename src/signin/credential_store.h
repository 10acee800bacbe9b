#pragma once
#include <optional>
#include <string>

#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::signin {

struct Password {
  Id<people::Account> account{};
  std::string hash{};
  bool one_time = false;
  Moment changed_at{};
};

std::optional<Password> password_of(sql::Read& read, Id<people::Account> account);
// In place of the one before.
void keep_password(sql::Write& write, const Password& password);

}  // namespace touchstone::signin
