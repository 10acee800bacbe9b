#include "signin/slip_store.h"

namespace touchstone::signin {
namespace {

// What concerns an account stands in no organisation's history.
void say_outside(sql::Write& write, Id<people::Account> account, const char* verb) {
  write.outside().record({"account", account.value, verb, "{}"});
}

bool end_slip(sql::Write& write, Id<people::Account> account, const char* verb) {
  if (write.outside().execute("DELETE FROM account_link WHERE account = ? AND purpose = 'slip'",
                              account) == 0)
    return false;
  say_outside(write, account, verb);
  return true;
}

}  // namespace

std::optional<WaitingSlip> slip_of(sql::Read& read, Id<people::Account> account, Moment now) {
  for (const auto& row : read.rows("SELECT made_at, expires FROM account_link WHERE account = ? "
                                   "AND purpose = 'slip' AND expires > ?",
                                   account, now))
    return WaitingSlip{row.get<Moment>(0), row.get<Moment>(1)};
  return std::nullopt;
}

std::string make_slip(sql::Write& write, const people::Account& account, Moment now) {
  auto housekeeping = write.housekeeping();
  use_up_links(housekeeping, account.id, Purpose::slip);
  say_outside(write, account.id, "slip_made");
  return make_link(housekeeping, account.id, Purpose::slip, account.email, now);
}

bool take_slip_back(sql::Write& write, Id<people::Account> account) {
  return end_slip(write, account, "slip_taken_back");
}

void end_slip_of_the_closed(sql::Write& write, Id<people::Account> account) {
  end_slip(write, account, "slip_ended");
}

}  // namespace touchstone::signin
