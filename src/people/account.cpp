#include "people/account.h"

#include <stdexcept>

namespace touchstone::people {

std::string_view to_text(State state) {
  return state == State::active ? "active" : "disabled";
}

State state_from_text(std::string_view text) {
  if (text == "active") return State::active;
  if (text == "disabled") return State::disabled;
  throw std::logic_error("no state of a person or account");
}

}  // namespace touchstone::people
