#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "people/people.h"
#include "platform/sql/turn.h"
#include "signin/account_link.h"

namespace touchstone::signin {

struct AccountLink {
  people::Account account{};
  std::string email{};  // where it was sent; for Purpose::email the address they are to have
};

// The secret part of a new link. Only its hash is kept.
std::string make_link(sql::Housekeeping& housekeeping, Id<people::Account> account, Purpose purpose,
                      std::string_view email, Moment now);

// Empty when the link is unknown, used, too old or for something else, when the account was
// disabled, or, but for Purpose::email, has another address by now.
std::optional<AccountLink> link_of(sql::Read& read, Purpose purpose, std::string_view secret,
                                   Moment now);

// No link of the account for that purpose works any more.
void use_up_links(sql::Housekeeping& housekeeping, Id<people::Account> account, Purpose purpose);
// How many links may be asked for in five minutes, for one address or account.
inline constexpr int link_limit = 5;
void use_up_all_links(sql::Housekeeping& housekeeping, Id<people::Account> account);
// Forgets links that are over.
void sweep_links(sql::Housekeeping& housekeeping, Moment now);

}  // namespace touchstone::signin
