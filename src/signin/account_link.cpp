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
    case Purpose::slip:
      return "slip";
  }
  return "";
}

Purpose purpose_from_text(std::string_view text) {
  for (const auto purpose : every_purpose)
    if (to_text(purpose) == text) return purpose;
  throw std::logic_error("no such purpose of a link");
}

std::chrono::minutes lifetime_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::sign_in:
      return std::chrono::minutes(15);
    case Purpose::slip:
      return std::chrono::days(200);
    case Purpose::password:
    case Purpose::email:
      break;
  }
  return std::chrono::hours(1);
}

}  // namespace touchstone::signin
