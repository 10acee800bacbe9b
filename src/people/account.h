#pragma once
#include <cstdint>
#include <string>
#include <string_view>

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
};

}  // namespace touchstone::people
