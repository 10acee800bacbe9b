#pragma once
#include <optional>
#include <string>
#include <vector>

#include "self_assessment/institution_proof.h"
#include "self_assessment/institution_store.h"
#include "self_assessment/roll_up.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {

// What the leaders judged, finished.
struct LeadersJudgement {
  ScoreSheet sheet;
  std::vector<Judgement> judgements;
  RollUp result;
  std::string panel;

  const Judgement* about(std::string_view theme) const;  // null: none
};

// A team whose figures are shown, and which the visitor may see.
struct TeamChoice {
  Id<people::Team> team{};
  std::string name;
};

// An institution beside its people: three views that are never made into one.
struct InstitutionView {
  const SeesFigures& sees;
  std::optional<LeadersJudgement> leaders;
  std::optional<Shown> of_institution;        // how its people see it
  std::optional<Shown> of_themselves;         // how they score themselves
  std::vector<TeamChoice> teams;              // to choose from; one at most: nothing to choose
  std::vector<standard::Published> others{};  // what else it can be judged against
  std::vector<standard::Published> former{};  // what it was, and is not any more
  bool may_judge = false;
  bool behind_border = false;  // of the leaders, who judge another whole
  std::string team_name{};

  const standard::Content& content() const { return *sees.against().content; }
  const ShownTeam* on_institution() const;  // of the team asked for; null: not shown
  const ShownTeam* on_themselves() const;
  bool speaks_of_people() const { return content().has_voice("person"); }
  // Whether people are asked too, or only leaders judge by it.
  bool asks_people() const { return speaks_of_people() || of_institution.has_value(); }
  std::optional<Participation> participation() const;  // on the page of the whole only
};

InstitutionView institution_view(sql::Read& read, const http::Request& request,
                                 const SeesFigures& sees);

// The spread of one theme, or of the whole where it is empty; null when it is not shown.
const ShownSpread* spread_in(const ShownTeam* team, std::string_view theme);

}  // namespace touchstone::self_assessment
