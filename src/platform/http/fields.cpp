#include "platform/http/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "platform/text.h"

namespace touchstone::http {

bool Fields::has(std::string_view name) const {
  return std::ranges::any_of(list_, [&](const Field& field) { return field.name == name; });
}

std::string_view Fields::text(std::string_view name) const {
  for (const auto& field : list_)
    if (field.name == name)
      return field.value ? std::string_view(*field.value) : std::string_view();
  return {};
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& field : list_)
    if (field.name == name && field.value) values.emplace_back(*field.value);
  return values;
}

Fields without_secrets(const Fields& fields) {
  Fields shown;
  for (const auto& [name, value] : fields)
    if (name != "csrf" && !name.contains("password")) shown.add(name, value);
  return shown;
}

namespace {

// Where one value is expected, two would be read as the first here and as the last elsewhere. Told
// when the name is first asked for.
void refuse_twice(const Fields& fields, std::string_view name,
                  const std::vector<std::string>& known, Complaints& complaints) {
  const auto named = [&](const Fields::Field& field) { return field.name == name; };
  if (std::ranges::count_if(fields, named) > 1 && std::ranges::find(known, name) == known.end())
    complaints.add(std::string(name), "This came more than once.");
}

}  // namespace

std::string Reader::text(std::string_view name, std::size_t at_most) {
  refuse_twice(fields_, name, known_, complaints_);
  known_.emplace_back(name);
  auto text = cleaned(fields_.text(name));
  if (const auto length = characters(text); length > at_most)
    complaints_.add(std::string(name), "Use " + std::to_string(at_most) +
                                           " characters at the most; these are " +
                                           std::to_string(length) + ".");
  return text;
}

std::string Reader::required_text(std::string_view name, std::size_t at_most,
                                  std::string_view when_missing) {
  auto found = text(name, at_most);
  if (found.empty()) complaints_.add(std::string(name), std::string(when_missing));
  return found;
}

std::optional<Date> Reader::date(std::string_view name) {
  refuse_twice(fields_, name, known_, complaints_);
  known_.emplace_back(name);
  const auto typed = trimmed(fields_.text(name));
  if (typed.empty()) return std::nullopt;
  const auto date = date_from_iso(typed);
  if (!date)
    complaints_.add(std::string(name), "Write a real date as year-month-day, such as 2026-11-22.");
  return date;
}

std::int64_t Reader::whole(std::string_view name, std::int64_t least, std::int64_t most,
                           std::string_view when_wrong) {
  refuse_twice(fields_, name, known_, complaints_);
  known_.emplace_back(name);
  const auto typed = trimmed(fields_.text(name));
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (error == std::errc{} && end == typed.data() + typed.size() && number >= least &&
      number <= most)
    return number;
  complaints_.add(std::string(name), std::string(when_wrong));
  return least;
}

std::int64_t Reader::version(std::string_view name) {
  return whole(name, 0, std::numeric_limits<std::int64_t>::max(),
               "The version must be a whole number.");
}

bool Reader::flag(std::string_view name) {
  refuse_twice(fields_, name, known_, complaints_);
  known_.emplace_back(name);
  constexpr std::array<std::string_view, 4> yes{"true", "on", "yes", "1"};
  constexpr std::array<std::string_view, 5> no{"", "false", "off", "no", "0"};
  const auto typed = fields_.text(name);
  if (std::ranges::find(yes, typed) != yes.end()) return true;
  if (std::ranges::find(no, typed) == no.end())
    complaints_.add(std::string(name), "Say true or false.");
  return false;
}

std::vector<std::string> Reader::list(std::string_view name) {
  known_.emplace_back(name);
  std::vector<std::string> list;
  for (const auto value : fields_.all(name))
    if (auto text = cleaned(value); std::ranges::find(list, text) == list.end())
      list.push_back(std::move(text));
  return list;
}

bool Reader::has(std::string_view name) {
  known_.emplace_back(name);
  return fields_.has(name);
}

void Reader::refuse_unknown() {
  std::vector<std::string_view> refused{"csrf"};
  for (const auto& field : fields_) {
    if (std::ranges::find(known_, field.name) != known_.end()) continue;
    if (std::ranges::find(refused, field.name) != refused.end()) continue;
    refused.emplace_back(field.name);
    complaints_.add(field.name, "Nothing called “" + field.name + "” is expected here.");
  }
}

}  // namespace touchstone::http
