#pragma once
#include <optional>
#include <string>

#include "platform/sql/database.h"

namespace touchstone::signin {

// While nobody has an account: a new one-time secret for the page /set-up, in place of the one
// before. Print it at the terminal; only its hash is kept. Empty once somebody has an account.
std::optional<std::string> offer_set_up(sql::Database& database);

}  // namespace touchstone::signin
