#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "good_practice/gate_proof.h"
#include "people/people.h"

namespace touchstone::good_practice {

// An address by which managers of partners tell of good practice without an account (E-6).
struct Door {
  Id<Door> id{};
  Id<people::Workspace> workspace{};
  std::string label{};  // who has it: "Hedgerow Learning"
  Moment made_at{};
  Id<people::Person> made_by{};  // answers for the files that come by it
  std::optional<Moment> closed_at{};
  std::int64_t sent = 0;  // how many came in by it
};

inline constexpr std::size_t most_doors = 50;
// So many may come by one address in an hour; what is more is refused.
inline constexpr std::int64_t most_by_door = 10;

// Its secret, which is told once and kept only as a hash.
std::string open_door(sql::Write& write, const Validator& by, std::string_view label, Moment at);
// Twice changes nothing. False when there is no such one.
bool close_door(sql::Write& write, const Validator& by, Id<Door> door, Moment at);
// The newest first.
std::vector<Door> doors(sql::Read& read, const Uuid& workspace);
// What is said of who sent an item when their own name is not: whose address it was.
std::string sender_without_name(sql::Read& read, const Uuid& workspace, const Practice& practice);
// Open ones only.
std::optional<Door> door_of(sql::Read& read, std::string_view secret);

}  // namespace touchstone::good_practice
