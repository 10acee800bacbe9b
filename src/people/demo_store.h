#pragma once
#include <string>
#include <vector>

#include "people/person.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Somebody of the demo world, as `touchstone demo` lists them.
struct DemoPerson {
  Person person{};
  std::string workspace{};  // slug
  std::string role{};       // in words: "tutor", "head of department, Construction"
};

// Words that stand in every text field of Nine Rivers, and must never be seen by anyone of
// Eastmere.
inline constexpr std::string_view canary = "canary-nine-rivers";

// Eastmere College and the people of the Nine Rivers region: the actor's workspace gets the id
// `workspace`. Each person has an account, not yet a way to sign in.
std::vector<DemoPerson> fill_eastmere(sql::Write& write);
std::vector<DemoPerson> fill_nine_rivers(sql::Write& write);

}  // namespace touchstone::people
