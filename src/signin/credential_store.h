#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "people/people.h"
#include "platform/sql/turn.h"
#include "signin/throttle.h"

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

// What came of comparing a password that somebody typed.
struct Checked {
  bool throttled = false;
  bool matches = false;
  Password password{};  // that it was compared with
};
// Takes as long for an address without an account, a disabled one, or one without a password.
// `about`: counted_against().
Checked check_password(sql::Read& read, std::string_view email, std::string_view typed,
                       std::span<const Tally> about);
// False when the password was changed, or the account disabled, since it was checked.
bool still_holds(sql::Read& read, const Checked& checked);

}  // namespace touchstone::signin
