#include "self_assessment/institution_view.h"

#include <algorithm>
#include <map>

#include "self_assessment/judgement_store.h"
#include "self_assessment/leaders_store.h"

namespace touchstone::self_assessment {
namespace {

std::optional<LeadersJudgement> leaders_of(sql::Read& read, const SeesFigures& sees) {
  auto sheet = finished_leaders_sheet(read, sees.workspace(), sees.root(), sees.against().id);
  if (!sheet) return std::nullopt;
  auto judgements = judgements_of(read, sees.workspace(), sheet->id);
  auto result = roll_up(*sees.against().content, institution_voice, judgements);
  auto panel = panel_of(read, sees.workspace(), sheet->id);
  return LeadersJudgement{std::move(*sheet), std::move(judgements), std::move(result),
                          std::move(panel)};
}

// What is shown of the whole that a team belongs to, in both voices.
std::vector<Shown> shown_of(sql::Read& read, const SeesFigures& sees, Id<people::Team> whole) {
  std::vector<Shown> all;
  for (const auto voice : {institution_voice, std::string_view("person")})
    if (auto shown = shown_teams(read, sees.workspace(), sees.against().id, voice, whole))
      all.push_back(*std::move(shown));
  return all;
}

std::vector<TeamChoice> choices(sql::Read& read, const http::Request& request,
                                const SeesFigures& sees,
                                const std::map<Uuid, Id<people::Team>>& wholes) {
  std::vector<TeamChoice> teams;
  std::map<Uuid, std::vector<Shown>> shown_by_whole;
  for (const auto& team : people::teams(read, {sees.workspace()})) {
    const auto whole = wholes.at(team.id.value);
    const auto [shown, is_new] = shown_by_whole.try_emplace(whole.value);
    if (is_new) shown->second = shown_of(read, sees, whole);
    const bool is_shown = std::ranges::any_of(
        shown->second, [&](const Shown& each) { return each.team(team.id) != nullptr; });
    if (is_shown && may_on(read, request, http::Verb::read_figures, team.id))
      teams.push_back({team.id, team.name});
  }
  return teams;
}

// By a version that was withdrawn only what was begun with it.
bool may_judge(sql::Read& read, const http::Request& request, const SeesFigures& sees) {
  return may_on(read, request, http::Verb::judge, sees.root()) &&
         (!sees.withdrawn() ||
          open_leaders_sheet(read, sees.workspace(), sees.root(), sees.against().id));
}

}  // namespace

const Judgement* LeadersJudgement::about(std::string_view theme) const {
  const auto found = std::ranges::find(judgements, theme, &Judgement::element);
  return found == judgements.end() ? nullptr : &*found;
}

const ShownTeam* InstitutionView::on_institution() const {
  return of_institution ? of_institution->team(sees.team()) : nullptr;
}

const ShownTeam* InstitutionView::on_themselves() const {
  return of_themselves ? of_themselves->team(sees.team()) : nullptr;
}

std::optional<Participation> InstitutionView::participation() const {
  if (sees.team() != sees.root() || !on_themselves()) return std::nullopt;
  return of_themselves->participation;
}

const ShownSpread* spread_in(const ShownTeam* team, std::string_view theme) {
  if (!team) return nullptr;
  const auto found = std::ranges::find(team->spreads, theme, &ShownSpread::element);
  return found == team->spreads.end() ? nullptr : &*found;
}

InstitutionView institution_view(sql::Read& read, const http::Request& request,
                                 const SeesFigures& sees) {
  const auto wholes = people::wholes(read, {sees.workspace()});
  const auto whole = wholes.at(sees.team().value);
  const auto shown = [&](std::string_view voice) {
    return shown_figures(read, sees.workspace(), sees.against().id, voice, whole, sees.team());
  };
  const bool behind_border = whole != sees.root();
  InstitutionView view{sees,
                       behind_border ? std::nullopt : leaders_of(read, sees),
                       shown(institution_voice),
                       shown("person"),
                       choices(read, request, sees, wholes),
                       institution_standards(read, sees.workspace()),
                       withdrawn_with_results(read, request),
                       may_judge(read, request, sees),
                       behind_border,
                       people::team(read, {sees.workspace()}, sees.team()).value().name};
  for (auto* versions : {&view.others, &view.former})
    std::erase_if(*versions,
                  [&](const standard::Published& other) { return other.id == sees.against().id; });
  return view;
}

}  // namespace touchstone::self_assessment
