#include "self_assessment/institution_proof.h"

#include <algorithm>

#include "signin/signin.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

// The team asked for, or the highest that the visitor may see; empty when there is none.
std::optional<Id<people::Team>> team_for(sql::Read& read, const http::Request& request,
                                         http::Verb verb, Id<people::Team> root) {
  if (const auto asked = request.query.text("team"); !asked.empty()) {
    const auto team = Id<people::Team>::from_text(asked);
    if (!team || !may_on(read, request, verb, *team)) return std::nullopt;
    return team;
  }
  if (may_on(read, request, verb, root)) return root;
  for (const auto& grant : request.visitor.grants)
    if (grant.verb == verb) return Id<people::Team>{grant.team};
  return std::nullopt;
}

}  // namespace

std::optional<standard::Published> institution_standard(sql::Read& read,
                                                        const http::Request& request) {
  const auto& workspace = request.visitor.workspace;
  if (const auto asked = request.query.text("standard"); !asked.empty()) {
    auto version = standard::version_at(read, workspace, asked);
    if (version && !version->content->has_voice(institution_voice)) return std::nullopt;
    return version;
  }
  for (auto& version : standard::published(read, workspace))
    if (version.content->has_voice(institution_voice) && version.content->has_voice("person"))
      return version;
  return std::nullopt;
}

bool may_on(sql::Read& read, const http::Request& request, http::Verb verb, Id<people::Team> team) {
  return std::ranges::any_of(request.visitor.grants, [&](const http::Grant& grant) {
    return grant.verb == verb &&
           people::reaches(read, {request.visitor.workspace}, {grant.team}, team);
  });
}

std::expected<SeesFigures, http::Response> sees_figures(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb) {
  const auto member = signin::member(read, request, http::Verb::visit);
  if (!member) return std::unexpected(member.error());
  const auto root = people::root_team(read, member->workspace());
  const auto team = team_for(read, request, verb, root);
  auto against = team ? institution_standard(read, request) : std::nullopt;
  if (!against) return std::unexpected(http::not_found());
  return SeesFigures(member->workspace().value, root, *team, std::move(*against));
}

}  // namespace touchstone::self_assessment
