#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/sql/database.h"

namespace touchstone::signin {

// While nobody has an account: a new one-time secret for the page /set-up, in place of the one
// before. Print it at the terminal; only its hash is kept. Empty once somebody has an account.
std::optional<std::string> offer_set_up(sql::Database& database);

bool is_set_up_secret(sql::Read& read, std::string_view secret);
void forget_set_up(sql::Housekeeping housekeeping);

}  // namespace touchstone::signin
