#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "people/account.h"
#include "platform/complaint.h"
#include "platform/id.h"

namespace touchstone::people {

// Somebody on the staff list of one workspace.
struct Person {
  Id<Person> id{};
  std::optional<Id<Account>> account{};  // empty: cannot sign in
  std::string name{};
  std::string email{};  // empty: none
  State state = State::active;
  std::int64_t version = 0;
};

Complaints complaints_about(const Person& person);

// Why nobody new is made to answer to them, in a sentence; empty where somebody may be.
std::string why_no_line_manager(const Person& manager);

// Whether a text of others names them, in whole words: "Ann" is named neither in "Annabel" nor in
// "Ann-Marie".
bool is_named_in(std::string_view text, std::string_view name);
// The same text when they are to be forgotten: "Somebody" in place of the name.
std::string without_name(std::string text, std::string_view name);
// The same for their name and their address.
bool is_told_in(std::string_view text, const Person& person);
std::string without(const Person& person, std::string text);

}  // namespace touchstone::people
