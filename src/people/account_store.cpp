#include "people/account_store.h"

#include <map>

#include "people/email.h"
#include "platform/json/described.h"

namespace touchstone::people {

namespace {

Account read_account(const sql::Row& row) {
  return {row.get<Id<Account>>(0), row.get<std::string>(1), state_from_text(row.text(2))};
}

}  // namespace

bool any_account(sql::Read& read) {
  return read.rows("SELECT 1 FROM account LIMIT 1").next() != nullptr;
}

std::optional<Account> account(sql::Read& read, Id<Account> id) {
  for (const auto& row : read.rows("SELECT id, email, state FROM account WHERE id = ?", id))
    return read_account(row);
  return std::nullopt;
}

std::optional<Account> account_by_email(sql::Read& read, std::string_view email) {
  for (const auto& row :
       read.rows("SELECT id, email, state FROM account WHERE email_key = ?", email_key(email)))
    return read_account(row);
  return std::nullopt;
}

void add(sql::Write& write, const Account& account) {
  write.execute("INSERT INTO account (id, email, email_key, state) VALUES (?, ?, ?, ?)", account.id,
                account.email, email_key(account.email), to_text(account.state));
  // Without the address, like email_changed below: the person's own entry says it.
  write.record({"account", account.id.value, "added", "{}"});
}

bool disable(sql::Write& write, Id<Account> account) {
  if (write.execute("UPDATE account SET state = 'disabled' WHERE id = ? AND state = 'active'",
                    account) == 0)
    return false;
  write.record({"account", account.value, "disabled", "{}"});
  return true;
}

void change_email(sql::Write& write, Id<Account> account, std::string_view email) {
  write.execute("UPDATE account SET email = ?, email_key = ? WHERE id = ?", email, email_key(email),
                account);
  // Without the address: this history is no workspace's, and no erasure would reach it.
  write.record({"account", account.value, "email_changed", "{}"});
}

}  // namespace touchstone::people
