#include "people/account_store.h"

#include <map>

#include "people/email.h"
#include "platform/json/described.h"

namespace touchstone::people {

namespace {

Account read_account(const sql::Row& row) {
  return {row.get<Id<Account>>(0), row.get<std::string>(1), state_from_text(row.text(2)),
          row.get<std::optional<Moment>>(3)};
}

}  // namespace

bool any_account(sql::Read& read) {
  return read.rows("SELECT 1 FROM account LIMIT 1").next() != nullptr;
}

std::optional<Account> account(sql::Read& read, Id<Account> id) {
  for (const auto& row :
       read.rows("SELECT id, email, state, proved_at FROM account WHERE id = ?", id))
    return read_account(row);
  return std::nullopt;
}

std::optional<Account> account_by_email(sql::Read& read, std::string_view email) {
  for (const auto& row : read.rows(
           "SELECT id, email, state, proved_at FROM account WHERE email_key = ?", email_key(email)))
    return read_account(row);
  return std::nullopt;
}

std::string own_address(sql::Read& read, const Person& person) {
  const auto own = person.account ? account(read, *person.account) : std::nullopt;
  return own ? own->email : person.email;
}

void add(sql::Write& write, const Account& account) {
  write.execute(
      "INSERT INTO account (id, email, email_key, state, proved_at) VALUES (?, ?, ?, ?, ?)",
      account.id, account.email, email_key(account.email), to_text(account.state),
      account.proved_at);
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

void prove_address(sql::Write& write, Id<Account> account, Moment at) {
  write.execute("UPDATE account SET proved_at = ? WHERE id = ?", at, account);
  write.record({"account", account.value, "address_proved", "{}"});
}

void change_email(sql::Write& write, Id<Account> account, std::string_view email,
                  Moment proved_at) {
  write.execute("UPDATE account SET email = ?, email_key = ?, proved_at = ? WHERE id = ?", email,
                email_key(email), proved_at, account);
  // Without the address: this history is no workspace's, and no erasure would reach it.
  write.record({"account", account.value, "email_changed", "{}"});
}

}  // namespace touchstone::people
