#include "signin/set_up_store.h"

#include "people/people.h"
#include "platform/secret.h"

namespace touchstone::signin {
namespace {

bool is_anything_to_do(sql::Database& database) {
  bool found = false;
  database.read([&](sql::Read& read) {
    auto offered = read.rows("SELECT 1 FROM account_set_up LIMIT 1");
    found = offered.next() != nullptr || !people::any_account(read);
  });
  return found;
}

}  // namespace

std::optional<std::string> offer_set_up(sql::Database& database) {
  // Most starts find accounts, and must succeed where nothing can be written.
  if (!is_anything_to_do(database)) return std::nullopt;
  std::optional<std::string> secret;
  database.write([&](sql::Turn& turn) {
    sql::Housekeeping housekeeping(turn);
    secret.reset();
    forget_set_up(housekeeping);
    if (people::any_account(housekeeping)) return sql::Verdict::keep;
    secret = random_token();
    housekeeping.execute("INSERT INTO account_set_up (secret_hash, made_at) VALUES (?, ?)",
                         digest_of(*secret), now());
    return sql::Verdict::keep;
  });
  return secret;
}

bool is_set_up_secret(sql::Read& read, std::string_view secret) {
  return read.rows("SELECT 1 FROM account_set_up WHERE secret_hash = ?", digest_of(secret))
             .next() != nullptr;
}

void forget_set_up(sql::Housekeeping housekeeping) {
  housekeeping.execute("DELETE FROM account_set_up");
}

}  // namespace touchstone::signin
