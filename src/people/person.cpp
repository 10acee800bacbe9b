#include "people/person.h"

#include <fmt/format.h>

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

std::string without_name(std::string text, std::string_view name) {
  constexpr std::string_view somebody = "Somebody";
  if (name.empty()) return text;
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + somebody.size()))
    text.replace(at, name.size(), somebody);
  return text;
}

}  // namespace touchstone::people
