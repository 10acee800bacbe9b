#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "people/person.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Somebody of the demo world, as `touchstone demo` lists them.
struct DemoPerson {
  Person person{};
  std::string workspace{};  // slug
  std::string role{};       // in words: "head of department, Construction"
};

// Stands in every text of Nine Rivers, and must never be seen by anyone of Eastmere.
inline constexpr std::string_view canary = "canary-nine-rivers";

// Eastmere College with its six departments, its partner Hedgerow Learning and 24 people, or the
// Nine Rivers region with two, as the actor's workspace. Each person has an account, and no way to
// sign in yet.
std::vector<DemoPerson> fill_eastmere(sql::Write& write);
std::vector<DemoPerson> fill_nine_rivers(sql::Write& write);

}  // namespace touchstone::people
