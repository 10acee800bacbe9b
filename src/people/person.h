#pragma once
#include <cstdint>
#include <optional>
#include <string>

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

}  // namespace touchstone::people
