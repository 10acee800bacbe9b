#include "staff/deputy_pages.h"

#include <algorithm>

#include "signin/signin.h"
#include "staff/address_parts.h"
#include "staff/person_pages.h"

namespace touchstone::staff {

bool may_change_deputies(sql::Read& read, const KeptPerson& who) {
  const auto& keeper = who.keeper();
  if (keeper.is_own(who.person().id) || !keeper.for_person.value.empty()) return false;
  const auto kept = people::kept_teams(read, keeper);
  const auto roles = people::roles_of(read, keeper.workspace, who.person().id, keeper.on);
  return std::ranges::all_of(roles, [&](const people::RoleGrant& grant) {
    return std::ranges::find(kept, grant.team, &people::Team::id) != kept.end();
  });
}

http::Response name_deputy(sql::Write& write, const http::Request& request, const KeptPerson& who) {
  if (who.person().state != people::State::active || !may_change_deputies(write, who))
    return http::forbidden(
        "You cannot name a deputy here: they do it themselves, or somebody who keeps the list of "
        "all teams on which they have a role.");
  auto typed = signin::read_deputy(write, request, who.person().id);
  if (typed.complaints.empty() && typed.deputy.person == who.keeper().person)
    typed.complaints.add("deputy",
                         "Nobody makes themselves a deputy: the person themselves does, or "
                         "somebody else who keeps the staff list.");
  if (typed.complaints.empty() && !people::keeps(write, who.keeper(), typed.deputy.person))
    typed.complaints.add("deputy", "Nobody on your part of the staff list has this email address.");
  if (!typed.complaints.empty()) return refused_person(write, request, who, typed.complaints);
  people::name_deputy(write, typed.deputy);
  return shown_person(write, request, who, "The deputy is named.");
}

http::Response end_deputy(sql::Write& write, const http::Request& request, const KeptPerson& who) {
  const auto id = Id<people::Deputy>::from_text(request.parameter("deputy"));
  const auto deputy = id ? people::deputy(write, who.keeper().workspace, *id) : std::nullopt;
  if (!deputy || deputy->for_person != who.person().id) return http::not_found();
  if (!may_change_deputies(write, who))
    return http::forbidden(
        "You cannot end this here: either of the two does, or somebody who keeps the list of all "
        "teams on which they have a role.");
  people::end_deputy(write, *deputy, now());
  return shown_person(write, request, who, "They are no deputy any more.");
}

}  // namespace touchstone::staff
