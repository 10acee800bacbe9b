#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/html/html.h"
#include "platform/http/request.h"
#include "platform/json/described.h"
#include "self_assessment/leaders_proof.h"
#include "self_assessment/proven_view.h"
#include "self_assessment/roll_up.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {

// The leaders' judgement while it is made.
struct LeadersView {
  const LeadersSeat& seat;
  std::optional<ScoreSheet> sheet;     // empty: not begun
  std::vector<Judgement> judgements;   // one for each theme, in the standard's order
  std::string panel;                   // as typed
  std::string panel_before;            // as it was when the form was made
  std::optional<ScoreSheet> finished;  // the last that was, which the next takes the place of
  Proven proven{};                     // what colleagues proved, by theme; on pages only
};

Html leaders_page(const http::Request& request, const LeadersView& view,
                  const Complaints& complaints);

// For the API, and as the frozen copy of a finished judgement.
std::string leaders_json(const LeadersView& view);
std::string leaders_schema(json::Components& components);

}  // namespace touchstone::self_assessment
