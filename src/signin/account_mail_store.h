#pragma once
#include <string_view>

#include "platform/sql/turn.h"
#include "signin/account_link.h"

// The mails about an account. Each function puts one into the outbox, in the turn of the change
// that it tells of; where mail is not set up, or to an address that cannot be written to, nothing.
namespace touchstone::signin {

// A link for that purpose; `address` is the whole of it. Throws std::logic_error for a slip.
void mail_link(sql::Housekeeping& housekeeping, Purpose purpose, std::string_view to,
               std::string_view address);
// That somebody wanted to have that address for their account, when there is an account with it.
void mail_address_in_use(sql::Housekeeping& housekeeping, std::string_view to);
// To somebody who was invited; `link` works until that day. From the actor's workspace. False where
// mail is not set up, or cannot be sent to that address.
bool mail_invitation(sql::Write& write, std::string_view to, std::string_view organisation,
                     std::string_view link, Date until);
void mail_password_changed(sql::Housekeeping& housekeeping, std::string_view to);
// That somebody signed in by the slip for next time.
void mail_slip_used(sql::Housekeeping& housekeeping, std::string_view to);
// To the old address.
void mail_address_changed(sql::Housekeeping& housekeeping, std::string_view to,
                          std::string_view new_address);

}  // namespace touchstone::signin
