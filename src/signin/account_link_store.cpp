#include "signin/account_link_store.h"

#include "platform/secret.h"

namespace touchstone::signin {

std::string make_link(sql::Housekeeping& housekeeping, Id<people::Account> account, Purpose purpose,
                      std::string_view email, Moment now) {
  const auto secret = random_token();
  housekeeping.execute(
      "INSERT INTO account_link (token_hash, account, purpose, email, made_at, expires) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      digest_of(secret), account, to_text(purpose), email, now, now + lifetime_of(purpose));
  return secret;
}

std::optional<AccountLink> link_of(sql::Read& read, Purpose purpose, std::string_view secret,
                                   Moment now) {
  for (const auto& row : read.rows("SELECT account, email FROM account_link WHERE token_hash = ? "
                                   "AND purpose = ? AND expires > ?",
                                   digest_of(secret), to_text(purpose), now)) {
    const auto email = row.get<std::string>(1);
    const auto account = people::account(read, row.get<Id<people::Account>>(0));
    if (!account || account->state != people::State::active) return std::nullopt;
    if (purpose != Purpose::email && people::email_key(account->email) != people::email_key(email))
      return std::nullopt;
    return AccountLink{*account, email};
  }
  return std::nullopt;
}

void use_up_links(sql::Housekeeping& housekeeping, Id<people::Account> account, Purpose purpose) {
  housekeeping.execute("DELETE FROM account_link WHERE account = ? AND purpose = ?", account,
                       to_text(purpose));
}

void use_up_all_links(sql::Housekeeping& housekeeping, Id<people::Account> account) {
  housekeeping.execute("DELETE FROM account_link WHERE account = ?", account);
}

void sweep_links(sql::Housekeeping& housekeeping, Moment now) {
  housekeeping.execute("DELETE FROM account_link WHERE expires <= ?", now);
}

}  // namespace touchstone::signin
