#include "signin/credential_store.h"

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

}  // namespace touchstone::signin
