#include "signin/credential_store.h"

#include "signin/password.h"
#include "signin/throttle_store.h"

namespace touchstone::signin {

std::optional<Password> password_of(sql::Read& read, Id<people::Account> account) {
  for (const auto& row : read.rows("SELECT secret, one_time, changed_at FROM credential WHERE "
                                   "account = ? AND kind = 'password'",
                                   account))
    return Password{account, row.get<std::string>(0), row.get<bool>(1), row.get<Moment>(2)};
  return std::nullopt;
}

void keep_password(sql::Write& write, const Password& password) {
  const auto changed = write.execute(
      "UPDATE credential SET secret = ?, one_time = ?, changed_at = ? WHERE account = ? AND kind = "
      "'password'",
      password.hash, password.one_time, password.changed_at, password.account);
  if (changed == 0)
    write.execute(
        "INSERT INTO credential (id, account, kind, secret, one_time, changed_at) "
        "VALUES (?, ?, 'password', ?, ?, ?)",
        new_uuid(), password.account, password.hash, password.one_time, password.changed_at);
  write.record({"account", password.account.value, "password_changed", "{}"});
}

Checked check_password(sql::Read& read, std::string_view email, std::string_view typed,
                       std::span<const Tally> about) {
  Checked checked;
  checked.throttled = is_throttled(read, about, now());
  if (checked.throttled) return checked;
  const auto account = people::account_by_email(read, email);
  auto password = account ? password_of(read, account->id) : std::nullopt;
  if (!password) {
    pretend_to_check_password(typed);
    return checked;
  }
  checked.password = *std::move(password);
  const bool in_time =
      !checked.password.one_time || now() - checked.password.changed_at < one_time_lifetime;
  checked.matches = password_matches(checked.password.hash, typed) && in_time &&
                    account->state == people::State::active;
  return checked;
}

bool still_holds(sql::Read& read, const Checked& checked) {
  const auto account = people::account(read, checked.password.account);
  if (!account || account->state != people::State::active) return false;
  const auto password = password_of(read, account->id);
  return password && password->hash == checked.password.hash;
}

}  // namespace touchstone::signin
