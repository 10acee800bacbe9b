#include "signin/account_link.h"

#include <stdexcept>

namespace touchstone::signin {

std::string_view to_text(Purpose purpose) {
  switch (purpose) {
    case Purpose::sign_in:
      return "sign_in";
    case Purpose::password:
      return "password";
    case Purpose::email:
      return "email";
  }
  return "";
}

Purpose purpose_from_text(std::string_view text) {
  for (const auto purpose : {Purpose::sign_in, Purpose::password, Purpose::email})
    if (to_text(purpose) == text) return purpose;
  throw std::logic_error("no such purpose of a link");
}

std::chrono::minutes lifetime_of(Purpose purpose) {
  return std::chrono::minutes(purpose == Purpose::sign_in ? 15 : 60);
}

}  // namespace touchstone::signin
