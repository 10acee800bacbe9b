#pragma once
#include <optional>
#include <string>

#include "signin/account_link_store.h"

// A slip for next time: a link of Purpose::slip that its owner prints for themselves. An account
// has one at the most.
namespace touchstone::signin {

struct WaitingSlip {
  Moment made_at{};
  Moment expires{};
};
// Empty: none waits.
std::optional<WaitingSlip> slip_of(sql::Read& read, Id<people::Account> account, Moment now);

// The secret part of a new one, in place of the one before.
std::string make_slip(sql::Write& write, const people::Account& account, Moment now);
// Its owner takes it back. False: none was there.
bool take_slip_back(sql::Write& write, Id<people::Account> account);
// Somebody's access was closed: where that was the last organisation they could come into, their
// slip ends, and does not work again when they are let in again.
void end_slip_of_the_closed(sql::Write& write, Id<people::Account> account);

}  // namespace touchstone::signin
