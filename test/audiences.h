#pragma once
#include <map>
#include <string>

namespace touchstone::testing {

// Who may come to a route.
// `replacing`: somebody with a one-time password; `first_run`: nobody, once anybody has an account.
// `link_holder`: whoever holds a link that came by mail, which nobody here does.
// `keepers`: members who keep the staff list; other members are told that their role does not allow
// it.
// `standards`: those who keep the standards; other members are told the same.
// `figures`: those with the right to see figures of the whole; `leaders`: those with the right to
// judge it. `both`: the owner of a sheet and the other tutor, with whom it is shared.
// `validators`: the quality manager and the coordinator, who keeps the staff list here too; other
// members are told so. `deciders`: the same, about an item that others may not even see.
// `adviser`: the quality manager, to whom a question was put.
enum class Audience {
  anyone,
  signed_in,
  members,
  owner,
  keepers,
  standards,
  figures,
  leaders,
  both,
  validators,
  deciders,
  adviser,
  finder_and_validators,
  finder_only,
  replacing,
  first_run,
  link_holder
};
using Audiences = std::map<std::string, Audience>;

// Of every route, as "GET /{workspace}".
const Audiences& audiences();
// Of that one. Throws std::out_of_range, in words that say what to add, where the table lacks it.
Audience audience_of(const std::string& route);

}  // namespace touchstone::testing
