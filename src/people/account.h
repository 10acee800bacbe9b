#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::people {

enum class State : std::uint8_t { active, disabled };
std::string_view to_text(State state);
State state_from_text(std::string_view text);  // throws std::logic_error for anything else

// Someone who may sign in. One account serves every workspace that its owner belongs to.
struct Account {
  Id<Account> id{};
  std::string email{};
  State state = State::active;
  // When it was shown that the address is its owner's: by a link that went there, or by whoever
  // runs the installation. Empty: whoever made the account only said so.
  std::optional<Moment> proved_at{};
};

}  // namespace touchstone::people
