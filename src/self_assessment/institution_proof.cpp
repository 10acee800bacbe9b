#include "self_assessment/institution_proof.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/words.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_store.h"
#include "self_assessment/leaders_store.h"
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

bool has_results(sql::Read& read, const http::Request& request, Id<standard::Version> version) {
  const auto& workspace = request.visitor.workspace;
  const auto root = people::root_team(read, {workspace});
  return was_shown(read, workspace, version) ||
         finished_leaders_sheet(read, workspace, root, version) ||
         (may_on(read, request, http::Verb::judge, root) &&
          open_leaders_sheet(read, workspace, root, version));
}

// Whose figures are seen; where no standard was asked for, the first that has any.
std::optional<InstitutionStandard> standard_with_figures(sql::Read& read,
                                                         const http::Request& request) {
  const auto& workspace = request.visitor.workspace;
  if (request.query.text("standard").empty())
    for (auto& version : institution_standards(read, workspace))
      if (was_shown(read, workspace, version.id)) return InstitutionStandard{std::move(version)};
  auto found = institution_standard(read, request);
  if (found && found->withdrawn && !has_results(read, request, found->version.id)) found.reset();
  return found;
}

}  // namespace

std::vector<standard::Published> institution_standards(sql::Read& read, const Uuid& workspace) {
  auto all = standard::published(read, workspace);
  std::erase_if(all, [](const standard::Published& version) {
    return !version.content->has_voice(institution_voice);
  });
  return all;
}

std::optional<InstitutionStandard> institution_standard(sql::Read& read,
                                                        const http::Request& request) {
  const auto& workspace = request.visitor.workspace;
  if (const auto asked = request.query.text("standard"); !asked.empty()) {
    auto kept = standard::kept_at(read, workspace, asked);
    if (!kept || !kept->content->has_voice(institution_voice)) return std::nullopt;
    return InstitutionStandard{{kept->id, std::move(kept->content)}, kept->withdrawn};
  }
  for (auto& version : institution_standards(read, workspace))
    if (version.content->has_voice("person")) return InstitutionStandard{std::move(version)};
  return std::nullopt;
}

std::vector<standard::Published> withdrawn_with_results(sql::Read& read,
                                                        const http::Request& request) {
  std::vector<standard::Published> found;
  const auto& workspace = request.visitor.workspace;
  for (const auto& each : standard::shelved(read, workspace)) {
    if (!each.withdrawn) continue;
    auto kept = standard::kept_at(read, workspace, each.address).value();
    if (kept.content->has_voice(institution_voice) && has_results(read, request, kept.id))
      found.push_back({kept.id, std::move(kept.content)});
  }
  return found;
}

http::Response nothing_to_judge_by(const http::Request& request) {
  if (!request.query.text("standard").empty()) return http::not_found();
  constexpr std::string_view why =
      "There is nothing to judge by at present: no standard that is in use speaks of people and of "
      "the organisation both. Whoever keeps the standards can bring one in, or put one back that "
      "was withdrawn.";
  if (request.json) return http::refused(409, why);
  const auto title =
      fmt::format("The {}", look::word(request.visitor.words, look::Term::organisation));
  Html main =
      html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">{}</p>)", title, why);
  return http::page(framed(request, {.title = title, .main = std::move(main)}));
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
  const auto member = signin::member_or_deputy(read, request, http::Verb::visit);
  if (!member) return std::unexpected(member.error());
  const auto root = people::root_team(read, member->workspace());
  const auto team = team_for(read, request, verb, root);
  if (!team) return std::unexpected(http::not_found());
  auto against = standard_with_figures(read, request);
  if (!against) return std::unexpected(nothing_to_judge_by(request));
  return SeesFigures(member->workspace().value, root, *team, std::move(*against));
}

}  // namespace touchstone::self_assessment
