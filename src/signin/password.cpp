#include "signin/password.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "people/people.h"
#include "platform/secret.h"
#include "platform/text.h"

namespace touchstone::signin {

namespace {

// Long enough, and still among the first that anybody tries.
constexpr std::array well_known{
    "password1234",         "passwordpassword", "password12345",    "123456789012",
    "1234567890123",        "qwertyuiop12",     "qwertyuiop123",    "qwertyuiopas",
    "qwertyqwerty",         "iloveyou1234",     "letmeinletmein",   "administrator",
    "welcomewelcome",       "welcome12345",     "changemechangeme", "correcthorsebatterystaple",
    "touchstonetouchstone", "liverpool1234",    "manchester12",     "footballfootball"};
constexpr std::size_t fewest_different = 5;

std::string only_letters_and_numbers(std::string_view text) {
  std::string kept;
  for (const char c : people::email_key(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
  return kept;
}

bool is_easy(std::string_view password, std::string_view email) {
  if (std::set<char>(password.begin(), password.end()).size() < fewest_different) return true;
  const auto plain = only_letters_and_numbers(password);
  if (std::ranges::find(well_known, plain) != well_known.end()) return true;
  const auto local = only_letters_and_numbers(email.substr(0, email.find('@')));
  return !email.empty() && (plain == only_letters_and_numbers(email) || plain == local);
}

}  // namespace

Complaints complaints_about_password(std::string_view password, std::string_view email,
                                     std::string_view field) {
  Complaints complaints;
  if (characters(password) < shortest_password)
    complaints.add(
        std::string(field),
        fmt::format("Your password must be {} characters or more. Three or four words you can "
                    "remember make a good one.",
                    shortest_password));
  else if (password.size() > longest_password)
    complaints.add(std::string(field),
                   fmt::format("Your password must be {} characters or fewer.", longest_password));
  else if (is_easy(password, email))
    complaints.add(std::string(field), "Choose a password that is harder to guess.");
  return complaints;
}

std::string one_time_password() {
  constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string password;
  for (const char byte : random_bytes(16)) {
    if (password.size() % 5 == 4) password += '-';
    password += alphabet[static_cast<unsigned char>(byte) % alphabet.size()];
  }
  return password;
}

}  // namespace touchstone::signin
