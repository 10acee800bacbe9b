#include "staff/keeper_proof.h"

#include <algorithm>

#include "signin/signin.h"

namespace touchstone::staff {

std::expected<ListKeeper, http::Response> list_keeper(sql::Read& read, const http::Request& request,
                                                      http::Verb verb) {
  const auto member = signin::member_or_deputy(read, request, verb);
  if (!member) return std::unexpected(member.error());
  return ListKeeper({.workspace = member->workspace(),
                     .person = member->person(),
                     .on = request.visitor.today,
                     .for_person = {request.visitor.for_person}});
}

http::Response not_yours_alone() {
  return http::forbidden(people::for_keepers_of_all);
}

std::expected<KeptPerson, http::Response> kept_person(sql::Read& read, const http::Request& request,
                                                      http::Verb verb) {
  const auto list = list_keeper(read, request, verb);
  if (!list) return std::unexpected(list.error());
  const auto& keeper = list->keeper();
  const auto id = Id<people::Person>::from_text(request.parameter("person"));
  auto person = id ? people::person(read, keeper.workspace, *id) : std::nullopt;
  if (!person || !people::keeps(read, keeper, person->id))
    return std::unexpected(http::not_found());
  const bool wholly = people::keeps_wholly(read, keeper, person->id);
  return KeptPerson(keeper, *std::move(person), wholly);
}

std::expected<KeptTeam, http::Response> kept_team(sql::Read& read, const http::Request& request,
                                                  http::Verb verb) {
  const auto list = list_keeper(read, request, verb);
  if (!list) return std::unexpected(list.error());
  const auto id = Id<people::Team>::from_text(request.parameter("team"));
  auto kept = people::kept_teams(read, list->keeper());
  const auto found =
      std::ranges::find_if(kept, [&](const people::Team& team) { return id && team.id == *id; });
  if (found == kept.end()) return std::unexpected(http::not_found());
  return KeptTeam(list->keeper(), std::move(*found));
}

}  // namespace touchstone::staff
