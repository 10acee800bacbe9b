#include "people/person.h"

#include <fmt/format.h>

#include <cctype>

#include "people/email.h"
#include "people/workspace.h"
#include "platform/text.h"

namespace touchstone::people {

Complaints complaints_about(const Person& person) {
  Complaints complaints;
  if (person.name.empty()) complaints.add("name", "Enter a full name.");
  if (characters(person.name) > longest_name)
    complaints.add("name", fmt::format("The name must be {} characters or fewer.", longest_name));
  if (person.account && person.email.empty())
    complaints.add("email", "Enter an email address: people sign in with it.");
  else if (!person.email.empty() && !is_email(person.email))
    complaints.add("email", "Enter an email address in the correct format, like name@example.com.");
  return complaints;
}

std::string why_no_line_manager(const Person& manager) {
  if (manager.state == State::active) return {};
  return "The access of this person is closed. Name somebody else, or nobody.";
}

namespace {

bool is_sign(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (byte(0) < 0x80) return std::isalnum(byte(0)) == 0;
  // U+0080 to U+00BF, such as «, and U+2000 to U+207F, such as quotation marks and dashes.
  return byte(0) == 0xc2 ||
         (character.size() > 2 && byte(0) == 0xe2 && (byte(1) == 0x80 || byte(1) == 0x81));
}

// A hyphen belongs to the word that stands at its other side.
bool ends_in_a_word(std::string_view text) {
  while (text.ends_with('-')) text.remove_suffix(1);
  if (text.empty()) return false;
  auto last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xc0) == 0x80) --last;
  return !is_sign(text.substr(last));
}

bool begins_with_a_word(std::string_view text) {
  while (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && !is_sign(text);
}

std::size_t find_name(std::string_view text, std::string_view name, std::size_t from) {
  if (name.empty()) return text.npos;
  for (auto at = text.find(name, from); at != text.npos; at = text.find(name, at + 1))
    if (!ends_in_a_word(text.substr(0, at)) && !begins_with_a_word(text.substr(at + name.size())))
      return at;
  return text.npos;
}

}  // namespace

bool is_named_in(std::string_view text, std::string_view name) {
  return find_name(text, name, 0) != text.npos;
}

std::string without_name(std::string text, std::string_view name) {
  constexpr std::string_view somebody = "Somebody";
  for (auto at = find_name(text, name, 0); at != text.npos;
       at = find_name(text, name, at + somebody.size()))
    text.replace(at, name.size(), somebody);
  return text;
}

bool is_told_in(std::string_view text, const Person& person) {
  return is_named_in(text, person.name) || is_named_in(text, person.email);
}

std::string without(const Person& person, std::string text) {
  return without_name(without_name(std::move(text), person.name), person.email);
}

}  // namespace touchstone::people
