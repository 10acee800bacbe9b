#include "self_assessment/institution_view.h"

#include <algorithm>

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

bool is_shown(const std::optional<Shown>& shown, Id<people::Team> team) {
  return shown && shown->team(team);
}

std::vector<TeamChoice> choices(sql::Read& read, const http::Request& request,
                                const InstitutionView& view) {
  std::vector<TeamChoice> teams;
  const auto several = [](const std::optional<Shown>& shown) {
    return shown && shown->teams.size() > 1;
  };
  if (!several(view.of_institution) && !several(view.of_themselves)) return teams;
  for (const auto& team : people::teams(read, {view.sees.workspace()}))
    if ((is_shown(view.of_institution, team.id) || is_shown(view.of_themselves, team.id)) &&
        may_on(read, request, http::Verb::read_figures, team.id))
      teams.push_back({team.id, team.name});
  return teams;
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
  const auto shown = [&](std::string_view voice) {
    return shown_figures(read, sees.workspace(), sees.against().id, voice, sees.team());
  };
  InstitutionView view{sees,
                       leaders_of(read, sees),
                       shown(institution_voice),
                       shown("person"),
                       {},
                       institution_standards(read, sees.workspace()),
                       may_on(read, request, http::Verb::judge, sees.root())};
  view.teams = choices(read, request, view);
  std::erase_if(view.others,
                [&](const standard::Published& other) { return other.id == sees.against().id; });
  return view;
}

}  // namespace touchstone::self_assessment
